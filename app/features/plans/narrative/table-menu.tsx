import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { Icon, Menu, MenuButton, MenuSeparator } from '#app/ui';
import { insertTable, tableCommands } from './table-commands';
import { ToolIcon } from './tool-icon';

/** Makes a table, or changes the one that the caret is in. */
export function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('narrative');
  const isInTable = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') });
  const trigger = (
    <>
      <ToolIcon name="table" />
      <Icon name="chevronDown" className="tool-more" />
    </>
  );
  return (
    <Menu label={t('tool.table')} trigger={trigger} triggerClassName="tool tool-with-words">
      <MenuButton icon="add" disabled={isInTable} onClick={() => insertTable(editor)}>
        {t('table.insert')}
      </MenuButton>
      {isInTable && (
        <>
          <MenuSeparator />
          {tableCommands.map(({ id, run }) => (
            <MenuButton
              key={id}
              tone={id.startsWith('delete') ? 'critical' : 'neutral'}
              onClick={() => run(editor)}
            >
              {t(`table.${id}`)}
            </MenuButton>
          ))}
        </>
      )}
    </Menu>
  );
}
