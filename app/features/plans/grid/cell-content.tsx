import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Badge, Icon, InstitutionBadge, type Tone } from '#app/ui';
import { readQuarter } from '#domain/plans';
import type { Action, InstitutionRef } from '#domain/plans/types';
import { runsIn, shownStatus } from './cell-text';
import type { GridColumn } from './columns';
import { useGridModel } from './grid-model';

export const statusTones: Record<ReturnType<typeof shownStatus>, Tone> = {
  not_reported: 'neutral',
  not_started: 'neutral',
  in_progress: 'info',
  completed: 'positive',
  cancelled: 'neutral',
  overdue: 'critical',
};

/** What a cell shows while nobody edits it. */
export function CellContent({
  action,
  column,
  text,
  flag,
}: {
  action: Action;
  column: GridColumn;
  text: string;
  flag: string | undefined;
}) {
  const { t } = useTranslation('actions');
  const { reading, openAction } = useGridModel();
  const facts = reading.facts(action);
  const isDate = column.kind === 'start' || column.kind === 'end';
  switch (column.kind) {
    case 'title':
      return (
        <>
          <span className="cell-text cell-title">{text || <em>{t('untitled')}</em>}</span>
          <button
            type="button"
            tabIndex={-1}
            className="open-action"
            aria-label={t('openAction', { title: text || t('untitled') })}
            onClick={() => openAction(action.id)}
          >
            <Icon name="chevronEnd" />
          </button>
        </>
      );
    case 'lead':
      return <Institution institution={action.lead} />;
    case 'supporters':
      return (
        <span className="cell-text cell-institutions">
          {action.supporters.map((ref) => (
            <Institution key={ref.id} institution={ref} />
          ))}
        </span>
      );
    case 'status': {
      const status = shownStatus(facts);
      if (status === 'not_reported') return <span className="cell-text cell-quiet">{text}</span>;
      return <Badge tone={statusTones[status]}>{text}</Badge>;
    }
    case 'quarter':
      return runsIn(facts, column) ? (
        <span className="quarter-bar" data-overdue={facts.isOverdue || undefined}>
          <span className="sr-only">{t('runs')}</span>
        </span>
      ) : null;
    default:
      return (
        <>
          {flag && text && <FlagMark />}
          <span className="cell-text">{isDate ? dateText(text, t) : text}</span>
        </>
      );
  }
}

/** A quarter in the reader's language, whatever the one in which it was typed; anything else as it was typed. */
function dateText(text: string, t: TFunction<'actions'>): string {
  const quarter = readQuarter(text);
  return quarter ? t('quarter', { ...quarter }) : text;
}

/** An institution of the workspace as its badge; free text is marked as unresolved. */
function Institution({ institution }: { institution: InstitutionRef }) {
  const { reading } = useGridModel();
  const found = reading.context.directory.find(institution.institutionId);
  if (found) return <InstitutionBadge kind={found.kind} acronym={found.acronym} name={found.name} />;
  if (!institution.text.trim()) return null;
  return (
    <span className="cell-unresolved">
      <FlagMark />
      <span className="truncate">{institution.text}</span>
    </span>
  );
}

function FlagMark() {
  return (
    <span className="flag-mark" aria-hidden="true">
      <Icon name="warning" />
    </span>
  );
}
