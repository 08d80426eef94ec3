import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/ui';
import { setExtra, setTheme } from '#domain/plans';
import type { Action } from '#domain/plans/types';
import { useGridModel } from '../grid/grid-model';
import { writeCells } from '../grid/write-cells';
import { DraftInput } from './draft-input';
import { DrawerField } from './drawer-field';
import { InstitutionFields } from './institution-fields';
import { LineFields } from './line-fields';
import { type FieldsProps, PlaceFields, TextFields, TimeFields } from './main-fields';

export type WriteField = (column: 'objective' | 'lead' | 'block' | 'start' | 'end', text: string) => boolean;

/** Everything about one action that lives in the document. */
export function ActionFields({ action }: { action: Action }) {
  const { edits, reading, objectives } = useGridModel();
  const write: WriteField = (kind, text) => {
    const column = { key: kind, kind, widthPx: 0, isEditable: true };
    const cell = { actionId: action.id, column, text };
    return writeCells({ edits, context: reading.context, objectives }, [cell]).written > 0;
  };
  return (
    <>
      <TextFields action={action} write={write} />
      <InstitutionFields action={action} write={write} />
      <PlaceFields action={action} write={write} />
      <ThemesField action={action} write={write} />
      <TimeFields action={action} write={write} />
      <LineFields action={action} />
      <ExtraFields action={action} write={write} />
    </>
  );
}

function ThemesField({ action }: FieldsProps) {
  const { t } = useTranslation('actions');
  const { reading, edits } = useGridModel();
  const { themes } = reading.context;
  const chosen = action.themes.map(themes.label).join(', ');
  const unknown = action.themes.filter((theme) => !themes.codes.includes(theme));
  return (
    <DrawerField action={action} column="themes" label={t('column.themes')} isGroup text={chosen}>
      {() => (
        <Disclosure title={chosen || t('drawer.chooseThemes')}>
          <div className="drawer-themes">
            {[...unknown, ...themes.codes].map((theme) => (
              <label key={theme}>
                <input
                  type="checkbox"
                  checked={action.themes.includes(theme)}
                  onChange={(event) =>
                    edits.change(() => setTheme(edits.doc, action.id, theme, event.target.checked))
                  }
                />
                {themes.label(theme)}
              </label>
            ))}
          </div>
        </Disclosure>
      )}
    </DrawerField>
  );
}

/** Columns of an imported matrix that have no place of their own. */
function ExtraFields({ action }: FieldsProps) {
  const { t } = useTranslation('actions');
  const { edits, store } = useGridModel();
  const entries = Object.entries(action.extra);
  if (entries.length === 0) return null;
  return (
    <section className="drawer-section">
      <h3>{t('drawer.extra')}</h3>
      {entries.map(([header, text]) => (
        <DrawerField key={header} action={action} column={`extra:${header}`} label={header} text={text}>
          {({ id, describedBy }) => (
            <DraftInput
              id={id}
              aria-describedby={describedBy}
              value={text}
              onCommit={(typed) => {
                edits.change(() => setExtra(edits.doc, action.id, header, typed));
                return store.action(action.id) !== undefined;
              }}
            />
          )}
        </DrawerField>
      ))}
    </section>
  );
}
