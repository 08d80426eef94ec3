import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Icon, Menu } from '#app/ui';
import { institutionShortName } from '#domain/institutions/name';
import type { DescribedOrigin } from '#server/features/provenance';

/**
 * Who set the fields, when and from what, behind a small button; fields that nobody has set have none. `labelOf` names a
 * field in the reader's language.
 */
export function OriginsButton({
  of,
  origins,
  labelOf,
}: {
  /** What the fields belong to, for the button's name: "About". */
  of: string;
  origins: readonly DescribedOrigin[];
  labelOf: (field: string) => string;
}) {
  const { t } = useTranslation('provenance');
  if (origins.length === 0) return null;
  return (
    <Menu
      label={t('button', { of })}
      trigger={<Icon name="history" />}
      triggerClassName="button button-quiet button-icon button-small origins-button"
    >
      <dl className="grid gap-2 p-2 text-start text-sm font-normal">
        {alike(origins).map(({ fields, origin }) => (
          <div key={fields.join()}>
            <dt className="text-muted">{fields.map(labelOf).join(', ')}</dt>
            <dd>
              <Origin origin={origin} />
            </dd>
          </div>
        ))}
      </dl>
    </Menu>
  );
}

function Origin({ origin }: { origin: DescribedOrigin }) {
  const { t, i18n } = useTranslation('provenance');
  const { dateTime } = useFormat();
  const { person, institution, at, source, sourceText } = origin;
  const who = person ?? t('nobody');
  const where = institution ? institutionShortName(institution, i18n.language) : null;
  // A proposal's id says nothing to people; the list of proposals does.
  const from = source === 'proposal' || !sourceText ? t(`source.${source}`) : sourceText;
  return (
    <>
      {where ? t('for', { person: who, institution: where }) : who}
      <span className="block text-muted">
        <time dateTime={at}>{dateTime(at)}</time>
        {t('from', { from })}
      </span>
    </>
  );
}

/** Fields that were set at once by one person are one line. */
function alike(origins: readonly DescribedOrigin[]) {
  const groups = new Map<string, { fields: string[]; origin: DescribedOrigin }>();
  for (const origin of origins) {
    const key = [origin.at, origin.person, origin.source, origin.sourceText].join();
    const group = groups.get(key) ?? { fields: [], origin };
    group.fields.push(origin.field);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.origin.at.localeCompare(a.origin.at));
}
