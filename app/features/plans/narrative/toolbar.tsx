import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutText } from './shortcut-keys';
import { TableMenu } from './table-menu';
import { TextStyleMenu } from './text-style-menu';
import { ToolButton } from './tool-button';
import type { ToolIconName } from './tool-icon';
import { blockTools, historyTools, markTools, type Shortcut, type Tool } from './tools';
import { useRovingFocus } from './use-roving-focus';

interface Tip {
  anchor: HTMLElement;
  id: ToolIconName;
  shortcut?: Shortcut;
}

export interface ToolbarProps {
  editor: Editor;
  onEditLink: () => void;
  onShowShortcuts: () => void;
}

/** The tools of the text: one Tab stop, arrow keys inside, Escape back to the text. */
export function Toolbar({ editor, onEditLink, onShowShortcuts }: ToolbarProps) {
  const { t } = useTranslation('narrative');
  const ref = useRef<HTMLDivElement>(null);
  const { onKeyDown, onFocus } = useRovingFocus(ref);
  const [tip, setTip] = useState<Tip | null>(null);
  const keysWithEscape = (event: KeyboardEvent<HTMLElement>) => {
    const isInMenu = event.target instanceof Element && event.target.closest('.popover') !== null;
    if (event.key !== 'Escape' || isInMenu) return onKeyDown(event);
    if (tip) setTip(null);
    else editor.commands.focus();
  };
  const tools = (list: readonly Tool[]) => <Tools editor={editor} tools={list} onTip={setTip} />;
  return (
    <div className="text-toolbar">
      <div
        ref={ref}
        role="toolbar"
        aria-label={t('toolbar')}
        className="text-tools"
        onKeyDown={keysWithEscape}
        onFocus={onFocus}
        onScroll={() => setTip(null)}
      >
        <ToolGroup>{tools(historyTools)}</ToolGroup>
        <ToolGroup>
          <TextStyleMenu editor={editor} />
        </ToolGroup>
        <ToolGroup>{tools(markTools)}</ToolGroup>
        <ToolGroup>{tools(blockTools)}</ToolGroup>
        <ToolGroup>
          <LinkTool editor={editor} onRun={onEditLink} onTip={setTip} />
          <TableMenu editor={editor} />
        </ToolGroup>
        <ToolGroup>
          <ToolButton id="keys" isPossible onRun={onShowShortcuts} onTip={setTip} />
        </ToolGroup>
      </div>
      {tip && <ToolTip {...tip} />}
    </div>
  );
}

function ToolGroup({ children }: { children: ReactNode }) {
  return <div className="tool-group">{children}</div>;
}

function Tools({
  editor,
  tools,
  onTip,
}: {
  editor: Editor;
  tools: readonly Tool[];
  onTip: (tip: Tip | null) => void;
}) {
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      tools.map((tool) => ({ isOn: tool.isOn?.(now), isPossible: tool.isPossible(now) })),
  });
  return tools.map(({ id, shortcut, run }, index) => (
    <ToolButton
      key={id}
      id={id}
      shortcut={shortcut}
      isOn={states[index]?.isOn}
      isPossible={states[index]?.isPossible ?? false}
      onRun={() => run(editor)}
      onTip={onTip}
    />
  ));
}

function LinkTool({
  editor,
  onRun,
  onTip,
}: {
  editor: Editor;
  onRun: () => void;
  onTip: (tip: Tip | null) => void;
}) {
  const isOn = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') });
  return <ToolButton id="link" shortcut={['Mod', 'K']} isOn={isOn} isPossible onRun={onRun} onTip={onTip} />;
}

/** Stands outside of the scrolling row of tools, which would cut it off. The name itself is on the button. */
function ToolTip({ anchor, id, shortcut }: Tip) {
  const { t } = useTranslation('narrative');
  const shortcutText = useShortcutText();
  const { left, width, bottom } = anchor.getBoundingClientRect();
  const middle = Math.min(Math.max(left + width / 2, 72), window.innerWidth - 72);
  return (
    <div className="tool-tip" aria-hidden="true" style={{ translate: `${middle}px ${bottom + 6}px` }}>
      <div>
        {t(`tool.${id}`)}
        {shortcut && <span className="tool-tip-keys">{shortcutText(shortcut)}</span>}
      </div>
    </div>
  );
}
