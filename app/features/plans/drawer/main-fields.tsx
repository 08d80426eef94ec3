import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/ui';
import { parsePeriod } from '#domain/plans';
import type { Action } from '#domain/plans/types';
import { objectiveLabel } from '../grid/cell-text';
import { useGridModel } from '../grid/grid-model';
import type { WriteField } from './action-fields';
import { DraftInput } from './draft-input';
import { DrawerField } from './drawer-field';
import { LiveText } from './live-text';

export interface FieldsProps {
  action: Action;
  write: WriteField;
}

export function TextFields({ action }: FieldsProps) {
  const { t } = useTranslation('actions');
  return (
    <>
      {(['title', 'description'] as const).map((field) => (
        <DrawerField
          key={field}
          action={action}
          column={field}
          label={t(`column.${field}`)}
          text={<span className="whitespace-pre-wrap">{action[field]}</span>}
        >
          {(ids) => (
            <LiveText
              {...ids}
              actionId={action.id}
              field={field}
              value={action[field]}
              rows={field === 'title' ? 2 : 4}
            />
          )}
        </DrawerField>
      ))}
    </>
  );
}

/** Objective and block. */
export function PlaceFields({ action, write }: FieldsProps) {
  const { t } = useTranslation('actions');
  const { objectives, reading } = useGridModel();
  const { blocks } = reading.context;
  const isKnown = action.block === '' || blocks.codes.includes(action.block);
  return (
    <>
      <DrawerField
        action={action}
        column="objective"
        label={t('column.objective')}
        text={objectiveLabel(reading.objectiveOf(action))}
      >
        {({ id, describedBy }) => (
          <span className="select">
            <select
              id={id}
              aria-describedby={describedBy}
              className="input"
              value={action.objectiveId ?? ''}
              onChange={(event) => write('objective', event.target.value)}
            >
              <option value="">{t('group.noObjective')}</option>
              {objectives.map((placed) => (
                <option key={placed.objective.id} value={placed.objective.id}>
                  {`${'\u2003'.repeat(placed.depth)}${objectiveLabel(placed)}`}
                </option>
              ))}
            </select>
            <Icon name="chevronDown" />
          </span>
        )}
      </DrawerField>
      <DrawerField action={action} column="block" label={t('column.block')} text={blocks.label(action.block)}>
        {({ id, describedBy }) => (
          <span className="select">
            <select
              id={id}
              aria-describedby={describedBy}
              className="input"
              value={action.block}
              onChange={(event) => write('block', event.target.value)}
            >
              <option value="">{t('group.noBlock')}</option>
              {!isKnown && <option value={action.block}>{action.block}</option>}
              {blocks.codes.map((code) => (
                <option key={code} value={code}>
                  {blocks.label(code)}
                </option>
              ))}
            </select>
            <Icon name="chevronDown" />
          </span>
        )}
      </DrawerField>
    </>
  );
}

/** Start and end, each with how it is read. */
export function TimeFields({ action, write }: FieldsProps) {
  const { t } = useTranslation('actions');
  return (
    <div className="drawer-pair">
      {(['start', 'end'] as const).map((field) => (
        <PeriodField key={field} action={action} field={field} label={t(`column.${field}`)} write={write} />
      ))}
    </div>
  );
}

function PeriodField({
  action,
  field,
  label,
  write,
}: FieldsProps & { field: 'start' | 'end'; label: string }) {
  const { t } = useTranslation('actions');
  const { reading } = useGridModel();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? action[field];
  const period = parsePeriod(text, reading.context.reading);
  const understood = period
    ? { text: reading.format.dateRange(period.start, period.end), isProblem: false }
    : text.trim() === ''
      ? null
      : { text: t('editor.notRead'), isProblem: true };
  return (
    <DrawerField action={action} column={field} label={label} text={action[field]} reading={understood}>
      {({ id, describedBy }) => (
        <DraftInput
          id={id}
          aria-describedby={describedBy}
          placeholder={t('editor.periodExample')}
          value={action[field]}
          onDraft={setDraft}
          onCommit={(typed) => write(field, typed)}
        />
      )}
    </DrawerField>
  );
}
