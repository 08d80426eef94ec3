import type { FocusEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ariaShortcut } from './shortcut-keys';
import { ToolIcon, type ToolIconName } from './tool-icon';
import type { Shortcut } from './tools';

export interface ToolButtonProps {
  id: ToolIconName;
  shortcut?: Shortcut;
  /** Left out for tools that are never on or off. */
  isOn?: boolean;
  isPossible: boolean;
  onRun: () => void;
  /** Shows or hides the tool's name beside it. */
  onTip: (tip: { anchor: HTMLElement; id: ToolIconName; shortcut?: Shortcut } | null) => void;
}

/** A tool. What is impossible here stays focusable, so that the toolbar does not change under one's fingers. */
export function ToolButton({ id, shortcut, isOn, isPossible, onRun, onTip }: ToolButtonProps) {
  const { t } = useTranslation('narrative');
  const show = (event: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    if (event.type === 'focus' && !event.currentTarget.matches(':focus-visible')) return;
    onTip({ anchor: event.currentTarget, id, shortcut });
  };
  return (
    <button
      type="button"
      className="tool"
      aria-label={t(`tool.${id}`)}
      aria-pressed={isOn}
      aria-disabled={!isPossible || undefined}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      // The caret stays in the text while the pointer uses a tool.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => isPossible && onRun()}
      onPointerEnter={show}
      onPointerLeave={() => onTip(null)}
      onFocus={show}
      onBlur={() => onTip(null)}
    >
      <ToolIcon name={id} />
    </button>
  );
}
