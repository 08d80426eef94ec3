import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { Icon, Menu, MenuButton } from '#app/ui';
import { ariaShortcut } from './shortcut-keys';
import { currentTextStyle, setTextStyle, textStyleShortcuts, textStyles } from './tools';

/** What the paragraph at the caret is, and what it can become. */
export function TextStyleMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('narrative');
  const current = useEditorState({ editor, selector: ({ editor: now }) => currentTextStyle(now) });
  const trigger = (
    <>
      <span className="text-style-name">{t(`style.${current}`)}</span>
      <Icon name="chevronDown" />
    </>
  );
  return (
    <Menu
      label={t('styleIs', { style: t(`style.${current}`) })}
      trigger={trigger}
      triggerClassName="tool tool-with-words"
    >
      {textStyles.map((style) => (
        <MenuButton
          key={style}
          isCurrent={style === current}
          aria-keyshortcuts={ariaShortcut(textStyleShortcuts[style])}
          onClick={() => setTextStyle(editor, style)}
        >
          <span className="text-style-sample" data-style={style}>
            {t(`style.${style}`)}
          </span>
        </MenuButton>
      ))}
    </Menu>
  );
}
