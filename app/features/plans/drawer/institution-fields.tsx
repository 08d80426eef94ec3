import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, InstitutionBadge } from '#app/ui';
import { addSupporter, removeSupporter } from '#domain/plans';
import type { Action, InstitutionRef } from '#domain/plans/types';
import { useGridModel } from '../grid/grid-model';
import { PlanEdits } from '../grid/plan-edits';
import { DraftInput } from './draft-input';
import { DrawerField } from './drawer-field';
import type { FieldsProps } from './main-fields';

/** The workspace's institutions as suggestions for every field of the drawer that takes one. */
export function InstitutionSuggestions({ id }: { id: string }) {
  const { reading } = useGridModel();
  return (
    <datalist id={id}>
      {reading.context.directory.institutions.map(({ id: key, acronym, name }) => (
        <option key={key} value={acronym || name}>
          {acronym ? name : undefined}
        </option>
      ))}
    </datalist>
  );
}

/** Lead and supporting institutions. */
export function InstitutionFields({ action, write }: FieldsProps) {
  const { t } = useTranslation('actions');
  const { reading, edits, store } = useGridModel();
  const { directory } = reading.context;
  const listId = useId();

  function add(text: string): boolean {
    if (text.trim() === '') return true;
    if (!store.action(action.id)) return false;
    edits.change(() => {
      for (const ref of directory.resolveAll(text)) {
        addSupporter(edits.doc, action.id, { id: PlanEdits.newId(), ...ref });
      }
    });
    return true;
  }

  return (
    <>
      <InstitutionSuggestions id={listId} />
      <DrawerField
        action={action}
        column="lead"
        label={t('column.lead')}
        text={<Shown institution={action.lead} />}
      >
        {({ id, describedBy }) => (
          <>
            <DraftInput
              id={id}
              aria-describedby={describedBy}
              list={listId}
              value={directory.label(action.lead)}
              onCommit={(text) => write('lead', text)}
            />
            <FullName institution={action.lead} />
          </>
        )}
      </DrawerField>
      <DrawerField
        action={action}
        column="supporters"
        label={t('column.supporters')}
        isGroup
        text={
          <span className="flex flex-wrap gap-2">
            {action.supporters.map((ref) => (
              <Shown key={ref.id} institution={ref} />
            ))}
          </span>
        }
      >
        {() => (
          <>
            {action.supporters.length > 0 && (
              <ul className="drawer-chips">
                {action.supporters.map((ref) => (
                  <li key={ref.id}>
                    <Shown institution={ref} />
                    <IconButton
                      label={t('drawer.removeSupporter', { name: directory.label(ref) })}
                      icon="close"
                      size="small"
                      onClick={() => edits.change(() => removeSupporter(edits.doc, action.id, ref.id))}
                    />
                  </li>
                ))}
              </ul>
            )}
            <DraftInput
              aria-label={t('drawer.addSupporter')}
              placeholder={t('drawer.addSupporter')}
              list={listId}
              value=""
              onCommit={add}
            />
          </>
        )}
      </DrawerField>
    </>
  );
}

function Shown({ institution }: { institution: InstitutionRef }) {
  const found = useGridModel().reading.context.directory.find(institution.institutionId);
  if (found) return <InstitutionBadge kind={found.kind} acronym={found.acronym} name={found.name} />;
  return <span className="drawer-unresolved">{institution.text}</span>;
}

function FullName({ institution }: { institution: Action['lead'] }) {
  const found = useGridModel().reading.context.directory.find(institution.institutionId);
  return found?.acronym ? <p className="drawer-note">{found.name}</p> : null;
}
