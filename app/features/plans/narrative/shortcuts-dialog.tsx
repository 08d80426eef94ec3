import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/ui';
import { ShortcutKeys } from './shortcut-keys';
import { blockTools, historyTools, markTools, type Shortcut, textStyleShortcuts, textStyles } from './tools';

const otherShortcuts = [
  ['link', ['Mod', 'K']],
  ['toolbar', ['Alt', 'F10']],
  ['indent', ['Tab']],
  ['outdent', ['Shift', 'Tab']],
  ['lineBreak', ['Shift', 'Enter']],
  ['shortcuts', ['Mod', '/']],
] as const satisfies readonly (readonly [string, Shortcut])[];

/** Every key of the text, in one list. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('narrative');
  const tools = [...historyTools, ...markTools, ...blockTools];
  return (
    <Dialog title={t('shortcuts.title')} isOpen={isOpen} onClose={onClose} shape="wide">
      <dl className="shortcut-list">
        {tools.map(
          ({ id, shortcut }) => shortcut && <Row key={id} name={t(`tool.${id}`)} shortcut={shortcut} />,
        )}
        {textStyles.map((style) => (
          <Row key={style} name={t(`style.${style}`)} shortcut={textStyleShortcuts[style]} />
        ))}
        {otherShortcuts.map(([id, shortcut]) => (
          <Row key={id} name={t(`shortcuts.${id}`)} shortcut={shortcut} />
        ))}
      </dl>
      <p className="mt-4 text-muted">{t('shortcuts.typing')}</p>
    </Dialog>
  );
}

function Row({ name, shortcut }: { name: string; shortcut: Shortcut }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ShortcutKeys shortcut={shortcut} />
      </dd>
    </div>
  );
}
