import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '#domain/plans/types';
import { useGridModel, useVisitors } from '../grid/grid-model';
import { useFieldPresence } from './use-field-presence';

export interface DrawerFieldProps {
  action: Action;
  /** The column of the grid that shows the same; presence and flags go by it. */
  column: string;
  label: string;
  /** What a reader sees instead of a control. */
  text: ReactNode;
  /** How the value is understood, below the control. */
  reading?: { text: string; isProblem: boolean } | null;
  /** Several controls under one label. */
  isGroup?: boolean;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}

/** A field of the action with its flag, how it is read, and who else is in it. */
export function DrawerField({ action, column, label, text, reading, isGroup, children }: DrawerFieldProps) {
  const { t } = useTranslation('actions');
  const model = useGridModel();
  const visitors = useVisitors(model.presence, action.id).filter((visitor) => visitor.column === column);
  const presence = useFieldPresence(action.id);
  const flag = model.reading.facts(action).flags.get(column);
  const id = useId();
  const hasNote = Boolean(flag || reading);
  if (!model.canWrite) {
    return (
      <div className="drawer-field">
        <span className="field-label">{label}</span>
        <div className="drawer-text">{text || <span className="text-muted">–</span>}</div>
        {flag && (
          <p className="drawer-note" data-problem>
            {t(`flag.${flag}`)}
          </p>
        )}
      </div>
    );
  }
  const Label = isGroup ? 'span' : 'label';
  return (
    <div
      className="drawer-field"
      {...(isGroup && { role: 'group', 'aria-labelledby': `${id}-label` })}
      data-kind={visitors[0]?.kind}
      {...presence(column)}
    >
      <span className="drawer-label">
        <Label id={`${id}-label`} {...(isGroup ? {} : { htmlFor: id })} className="field-label">
          {label}
        </Label>
        {visitors.map((visitor) => (
          <span key={visitor.clientId} className="field-visitor" data-kind={visitor.kind}>
            {t('presence.isHere', { who: `${visitor.name}, ${visitor.acronym}` })}
          </span>
        ))}
      </span>
      {children({ id, describedBy: hasNote ? `${id}-note` : undefined })}
      {hasNote && (
        <p
          id={`${id}-note`}
          className="drawer-note"
          data-problem={flag || reading?.isProblem ? true : undefined}
        >
          {flag ? t(`flag.${flag}`) : reading?.text}
        </p>
      )}
    </div>
  );
}
