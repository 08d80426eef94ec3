import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shortcut } from './tools';

/** As ARIA writes them, for `aria-keyshortcuts`. */
export function ariaShortcut(shortcut: Shortcut): string {
  return shortcut.map((key) => (key === 'Mod' ? (isMac() ? 'Meta' : 'Control') : key)).join('+');
}

/** As the person's keyboard writes them: "Ctrl+Shift+Z", "⇧⌘Z". */
export function useShortcutText(): (shortcut: Shortcut) => string {
  const { t } = useTranslation('narrative');
  return (shortcut) => {
    if (isMac()) return shortcut.map((key) => macKeys[key] ?? key).join('');
    return shortcut.map((key) => (isNamedKey(key) ? t(`key.${key}`) : key)).join('+');
  };
}

export function ShortcutKeys({ shortcut }: { shortcut: Shortcut }) {
  const { t } = useTranslation('narrative');
  return (
    <span className="shortcut-keys">
      {shortcut.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && !isMac() && '+'}
          <kbd>{isMac() ? (macKeys[key] ?? key) : isNamedKey(key) ? t(`key.${key}`) : key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}

const macKeys: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const namedKeys = ['Mod', 'Shift', 'Alt', 'Tab'] as const;

function isNamedKey(key: string): key is (typeof namedKeys)[number] {
  return namedKeys.some((named) => named === key);
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
