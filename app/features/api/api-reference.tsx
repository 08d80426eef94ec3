import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHeader, Section } from '#app/ui';
import { apiScopes } from '#domain/api/scopes';
import { Code, ListReference } from './list-reference';
import type { DescribedList } from './read-description';

/** The readable description of the API. */
export function ApiReference({
  lists,
  problemCodes,
  origin,
}: {
  lists: DescribedList[];
  problemCodes: string[];
  origin: string;
}) {
  const { t } = useTranslation('api');
  return (
    <>
      <PageHeader
        title={t('reference.title')}
        lead={t('reference.lead')}
        actions={
          <a className="button button-secondary" href="/api/v1/openapi.json">
            {t('reference.openapi')}
          </a>
        }
      />
      <Section title={t('reference.access')}>
        <div className="grid max-w-reading grid-cols-[minmax(0,1fr)] gap-3">
          <p>
            {t('reference.accessText')} <Link to="/account/tokens">{t('tokens.open')}</Link>
          </p>
          <Code>{`curl -H "Authorization: Bearer $CONCORD_TOKEN" \\\n  "${origin}/api/v1/workspaces"`}</Code>
          <ul className="list-disc ps-5">
            {apiScopes.map((scope) => (
              <li key={scope}>
                <code className="font-mono text-sm">{scope}</code>
                {' — '}
                {t(`scopeHint.${scope.replace(':', '_')}`)}
              </li>
            ))}
          </ul>
        </div>
      </Section>
      <Section title={t('reference.lists')}>
        <div className="grid max-w-reading gap-3">
          {(['pages', 'files', 'filters', 'money', 'changes', 'limits'] as const).map((topic) => (
            <p key={topic}>{t(`reference.about.${topic}`)}</p>
          ))}
        </div>
        <nav aria-label={t('reference.contents')} className="mt-4">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {lists.map(({ name }) => (
              <li key={name}>
                <a href={`#${name}`}>{t(`resource.${name}.title`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </Section>
      {lists.map((list) => (
        <ListReference key={list.name} list={list} origin={origin} />
      ))}
      <Section title={t('reference.problems')} lead={t('reference.problemsText')}>
        <dl className="grid max-w-reading gap-2">
          {problemCodes.map((code) => (
            <div key={code} id={`problem-${code}`}>
              <dt>
                <code className="font-mono text-sm">{code}</code>
              </dt>
              <dd className="text-muted">{t(`problem.${code}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
