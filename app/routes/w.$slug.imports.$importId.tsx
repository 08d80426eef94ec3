import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Outlet, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ImportStatus, ImportSums, UnmatchedNotice } from '#app/features/iati-imports';
import { takeDecision } from '#app/features/iati-imports/decisions.server';
import '#app/features/iati-imports/iati-imports.css';
import { importOf } from '#app/features/iati-imports/import-of.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { LinkButton, PageHeader, Refusal, TabLinks } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { on, slug } = await importOf(args);
  const { iatiImports } = args.context.services;
  const { stored, accepted, outcomes, refusals } = await iatiImports.getImport(on);
  const { unkept, organisations: _organisations, ...report } = stored.report;
  const problems = Object.values(report.counts).reduce((sum, count) => sum + count, report.refusal ? 1 : 0);
  return {
    title: await pageTitle(args, 'iati:review.title'),
    slug,
    stored: { ...stored, report: { ...report, unkept: [], organisations: [] } },
    accepted,
    outcomes,
    refusals,
    counts: { problems, unkept: unkept.length },
    unmatched: stored.state === 'ready' ? await iatiImports.countUnmatched(on) : 0,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { on } = await importOf(args);
  await takeDecision(args.context.services.iatiImports, on, await readForm(args.request));
  const { pathname, search } = new URL(args.request.url);
  return redirect(`${pathname}${search.replace(/[?&](index|_data=[^&]*)/g, '')}`);
});

export default function Import() {
  const { t } = useTranslation('iati');
  const { slug, stored, accepted, refusals, counts, unmatched } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const address = `/w/${slug}/imports/${stored.id}`;
  const { header, summary } = stored.report;
  return (
    <>
      <PageHeader
        title={t('review.title')}
        breadcrumbs={[{ to: `/w/${slug}/imports`, label: t('list.title') }]}
        lead={[stored.fileName, header && t('review.version', { version: header.version })]
          .filter(Boolean)
          .join(' · ')}
      />
      {answer && 'refusal' in answer && <Refusal refusal={answer.refusal} />}
      <UnmatchedNotice count={unmatched} to={`${address}/organisations`} />
      <ImportStatus stored={stored} accepted={accepted} refusals={refusals} />
      {header && header.version !== '2.03' && <p className="field-hint">{t('review.upgraded', header)}</p>}
      {summary && <ImportSums summary={summary} />}
      {stored.state === 'refused' ? (
        <p>
          <LinkButton to={`/w/${slug}/imports`} variant="primary">
            {t('refused.another')}
          </LinkButton>
        </p>
      ) : (
        <>
          <TabLinks
            label={t('tab.label')}
            items={[
              { to: address, label: t('tab.records'), end: true },
              { to: `${address}/problems`, label: t('tab.problems', { count: counts.problems }) },
              { to: `${address}/organisations`, label: t('tab.organisations') },
              { to: `${address}/unkept`, label: t('tab.unkept', { count: counts.unkept }) },
            ]}
          />
          <Outlet />
        </>
      )}
    </>
  );
}
