import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { OriginsButton } from '#app/features/provenance';
import { useFormat } from '#app/i18n/format';
import { DataTable } from '#app/ui';
import type { ListedDocument } from '#server/features/partners';
import { useFieldLabels } from './field-labels';
import { WebLink } from './web-link';

export function DocumentList({
  documents,
  languages,
  isKeeper,
  mayEdit,
}: {
  documents: readonly ListedDocument[];
  /** Names by code. */
  languages: Record<string, string>;
  /** Whether a change stands at once; otherwise it is proposed. */
  isKeeper: boolean;
  mayEdit: boolean;
}) {
  const { t } = useTranslation('partners');
  const { date } = useFormat();
  const labelOf = useFieldLabels('document');
  return (
    <DataTable
      caption={t('documents.title')}
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t('document.title'),
          isRowHeader: true,
          cell: ({ title, url, language }) => (
            <span lang={language ?? undefined}>
              <WebLink to={url}>{title}</WebLink>
            </span>
          ),
        },
        { key: 'kind', header: t('document.kind'), cell: ({ kind }) => t(`documentKind.${kind}`) },
        {
          key: 'language',
          header: t('document.language'),
          cell: ({ language }) => language && languages[language],
        },
        {
          key: 'published',
          header: t('document.publishedOn'),
          cell: ({ publishedOn }) => publishedOn && date(publishedOn),
        },
        {
          key: 'act',
          header: t('documents.acts'),
          isHeaderHidden: true,
          align: 'end',
          cell: ({ id, title, origins }) => (
            <span className="inline-flex items-center gap-1">
              {mayEdit && (
                <Link
                  to={id}
                  aria-label={t(isKeeper ? 'documents.editOne' : 'documents.proposeOne', { title })}
                >
                  {t(isKeeper ? 'form.edit' : 'form.proposeChange')}
                </Link>
              )}
              <OriginsButton of={title} origins={origins} labelOf={labelOf} />
            </span>
          ),
        },
      ]}
    />
  );
}
