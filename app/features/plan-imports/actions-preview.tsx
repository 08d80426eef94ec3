import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, DataTable, Section } from '#app/ui';
import { type InstitutionLabel, institutionShortName } from '#domain/institutions/name';
import type { Review, ShownAction } from './review';

type Ref = ShownAction['lead'];

/** A year, a quarter or a text that was not understood stays as it is. */
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** The first actions as they will stand in the plan. */
export function ActionsPreview({
  review,
  institutions,
}: {
  review: Review;
  institutions: readonly InstitutionLabel[];
}) {
  const { t, i18n } = useTranslation('import');
  const { number } = useFormat();
  if (review.actions.length === 0) return null;
  const known = new Map(institutions.map((one) => [one.id, institutionShortName(one, i18n.language)]));
  const shown = review.actions.length;
  return (
    <Section
      title={t('preview.title')}
      lead={t('preview.lead', { count: review.counts.actions, shown: number(shown) })}
    >
      <DataTable
        caption={t('preview.title')}
        rows={review.actions}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'row', header: t('preview.row'), cell: ({ row }) => number(row), align: 'end' },
          {
            key: 'title',
            header: t('fields.title'),
            cell: (action) => <Title action={action} />,
            isRowHeader: true,
          },
          {
            key: 'lead',
            header: t('fields.lead'),
            cell: ({ lead }) => <Institution refersTo={lead} known={known} />,
          },
          {
            key: 'supporters',
            header: t('fields.supporters'),
            // Nothing at all, so that a phone leaves the line out.
            cell: ({ supporters }) =>
              supporters.length > 0 && (
                <span className="import-institutions">
                  {supporters.map((one) => (
                    <Institution key={`${one.institutionId}${one.text}`} refersTo={one} known={known} />
                  ))}
                </span>
              ),
          },
          { key: 'when', header: t('fields.period'), cell: (action) => <When action={action} /> },
          {
            key: 'costs',
            header: t('fields.cost'),
            cell: ({ costs }) => <Costs costs={costs} />,
            align: 'end',
          },
        ]}
      />
    </Section>
  );
}

function Title({ action }: { action: ShownAction }) {
  return (
    <>
      {action.objective && <span className="import-objective">{action.objective}</span>}
      {action.title}
    </>
  );
}

function Institution({ refersTo, known }: { refersTo: Ref; known: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('import');
  if (!refersTo.institutionId && !refersTo.text) return null;
  const name = refersTo.institutionId ? known.get(refersTo.institutionId) : undefined;
  if (name) return <Badge tone="accent">{name}</Badge>;
  return (
    <span className="import-text" title={t('preview.asText')}>
      {refersTo.text}
    </span>
  );
}

function When({ action: { start, end } }: { action: ShownAction }) {
  const { date } = useFormat();
  if (!start && !end) return null;
  const [from, until] = [start, end].map((text) => (isDay.test(text) ? date(text) : text));
  return <>{from === until || !until ? from : `${from || '…'} – ${until}`}</>;
}

function Costs({ costs }: { costs: ShownAction['costs'] }) {
  const { money } = useFormat();
  return (
    <span className="import-costs">
      {costs.map((cost, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
        <span key={index} className="numeric">
          {cost.year && <span className="text-muted">{cost.year} </span>}
          {/^-?\d+(\.\d+)?$/.test(cost.amount) ? money(cost.amount, cost.currency) : `« ${cost.amount} »`}
        </span>
      ))}
    </span>
  );
}
