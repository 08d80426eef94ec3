import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ExportMenu, MandateMatrix, OpenedMandates, useMandateFilters } from '#app/features/partners';
import { readMandateFilter, readOpenedCell } from '#app/features/partners/filters.server';
import { placeNames } from '#app/features/partners/place-names.server';
import { SavedViews } from '#app/features/saved-views';
import { actOnViews } from '#app/features/saved-views/view-form.server';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { EmptyState, LinkButton, PageHeader, Pagination } from '#app/ui';
import { pageOf } from '#domain/lists/page';
import { themeTotals } from '#domain/partners/theme-totals';
import { may } from '#domain/policy';

const pageSize = 100;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { partners, savedViews } = args.context.services;
  const workspaceId = workspace.id;
  const filter = await readMandateFilter(args);
  const cell = readOpenedCell(args.request);
  const page = Number(new URL(args.request.url).searchParams.get('page') ?? 1);
  const wanted = { ...filter, institutionId: cell.partner, theme: cell.theme };
  const isOpen = cell.partner !== null || cell.theme !== null;
  const [rows, mandates, views] = await Promise.all([
    partners.countMandates(workspaceId, filter),
    isOpen ? partners.listMandates(workspaceId, wanted) : null,
    savedViews.listViews({ actor, workspaceId, list: 'mandates' }),
  ]);
  const ids = mandates?.map(({ id }) => id) ?? [];
  const origins = await partners.mandateOrigins(workspaceId, ids);
  const places = mandates?.map(({ place }) => place) ?? [];
  return {
    title: await pageTitle(args, 'partners:matrix.title'),
    slug: workspace.slug,
    page: pageOf(rows, { page, size: pageSize }),
    totals: themeTotals(rows),
    views,
    cell,
    opened: mandates?.map((mandate) => ({ ...mandate, origins: origins.get(mandate.id) ?? [] })) ?? null,
    places: placeNames(places, filter.language),
    countries: countryOptions(filter.language),
    isFiltered: new URL(args.request.url).search !== '',
    mayShare: may(actor, 'view.share', { workspaceId }),
  };
});

export const action = guardAction((args: ActionFunctionArgs) => actOnViews(args, 'mandates'));

export default function Mandates() {
  const { t } = useTranslation('partners');
  const data = useLoaderData<typeof loader>();
  const { slug, page, totals, views, cell, opened, places, countries, isFiltered, mayShare } = data;
  const answer = useActionData<typeof action>();
  const { kind, others } = useMandateFilters(countries);
  const ended = {
    name: 'ended',
    label: t('filter.ended'),
    any: t('filter.currentOnly'),
    options: [{ value: 'also', label: t('filter.endedAlso') }],
  };
  return (
    <>
      <PageHeader
        title={t('matrix.title')}
        lead={t('matrix.lead')}
        actions={<ExportMenu to={`/w/${slug}/mandates/export`} />}
      />
      <ListToolbar filters={[kind, ...others, ended]} />
      <SavedViews views={views} mayShare={mayShare} refusal={answer?.refusal} />
      {page.total === 0 ? (
        <EmptyState
          level={2}
          title={t(isFiltered ? 'workspaces:list.nothing' : 'mandates.none')}
          body={t(isFiltered ? 'list.nothingBody' : 'matrix.emptyBody')}
          action={
            !isFiltered && (
              <LinkButton to={`/w/${slug}/partners`}>{t('registry:section.partners')}</LinkButton>
            )
          }
        />
      ) : (
        <MandateMatrix rows={page.rows} totals={totals} opened={cell} />
      )}
      <Pagination page={page.page} pageSize={pageSize} total={page.total} />
      {opened && <OpenedMandates slug={slug} mandates={opened} places={places} cell={cell} />}
    </>
  );
}
