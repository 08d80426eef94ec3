import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TimelineChart, TimelineTable, useCycleFilters, ZoomLinks } from '#app/features/funding-cycles';
import '#app/features/funding-cycles/timeline/timeline.css';
import { mostYears, readTimelineFilter } from '#app/features/funding-cycles/timeline/timeline-filter.server';
import { linesOf } from '#app/features/funding-cycles/timeline/timeline-lines';
import { institutionOptions } from '#app/features/institutions';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { serverI18n } from '#app/i18n/i18n.server';
import { pageTitle } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { EmptyState, LinkButton, PageHeader, Pagination, Section } from '#app/ui';
import { pageOf } from '#domain/lists/page';

const pageSize = 50;
/** As many rows as are drawn at once: the list below has the dates of all. */
const chartSize = 40;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { fundingCycles } = args.context.services;
  const filter = await readTimelineFilter(args, workspace);
  const { language, country, fromYear, toYear, view } = filter;
  const [timeline, partners, countries] = await Promise.all([
    fundingCycles.readTimeline(workspace.id, filter),
    fundingCycles.listCyclePartners(workspace.id),
    fundingCycles.listCountries(workspace.id),
  ]);
  const { searchParams } = new URL(args.request.url);
  const pageIn = (param: string) => Number(searchParams.get(param) ?? 1);
  const { rows, ...drawn } = pageOf(timeline.rows, { page: pageIn('rows'), size: chartSize });
  return {
    title: await pageTitle(args, 'cycles:timeline.title'),
    slug: workspace.slug,
    timeline: { ...timeline, rows },
    drawn,
    table: pageOf(linesOf(timeline), { page: pageIn('page'), size: pageSize }),
    ...{ fromYear, toYear, view },
    country,
    countryName: countryName(country, language),
    homeName:
      countryName(workspace.country, language) ?? serverI18n(language).t('cycles:budget.chooseCountry'),
    countries: countries
      .filter((value) => value !== workspace.country)
      .map((value) => ({ value, label: countryName(value, language) ?? value })),
    partners: institutionOptions(partners, language),
    mostYears,
  };
});

export default function TimelinePage() {
  const { t } = useTranslation('cycles');
  const data = useLoaderData<typeof loader>();
  const { slug, timeline, drawn, table, fromYear, toYear, view } = data;
  const filters = useCycleFilters({ partners: data.partners });
  const years = Array.from({ length: 41 }, (_, index) => String(fromYear - 20 + index));
  const yearFilter = (name: 'from' | 'to', year: number) => ({
    name,
    label: t(`timeline.${name}`),
    any: t('timeline.automatic', { year: String(year) }),
    options: years.map((value) => ({ value, label: value })),
  });
  const country = { name: 'country', label: t('event.country'), any: data.homeName, options: data.countries };
  return (
    <>
      <PageHeader
        title={t('timeline.title')}
        lead={t('timeline.lead')}
        actions={
          data.country && (
            <LinkButton to={`/w/${slug}/countries/${data.country}`}>
              {t('timeline.ofCountry', { country: data.countryName })}
            </LinkButton>
          )
        }
      />
      <ListToolbar
        filters={[
          country,
          filters.partner,
          filters.kind,
          filters.view,
          yearFilter('from', fromYear),
          yearFilter('to', toYear),
        ]}
        exportTo={`/w/${slug}/timeline.csv`}
      />
      <ZoomLinks fromYear={fromYear} toYear={toYear} mostYears={data.mostYears} />
      {timeline.rows.length === 0 && (
        <div className="mb-4">
          <EmptyState level={2} title={t('timeline.empty')} body={t('timeline.emptyBody')} />
        </div>
      )}
      <TimelineChart slug={slug} timeline={timeline} countryName={data.countryName} view={view} />
      {drawn.pageCount > 1 && (
        <Pagination
          label={t('timeline.drawn')}
          param="rows"
          page={drawn.page}
          pageSize={chartSize}
          total={drawn.total}
        />
      )}
      {table.total > 0 && (
        <div className="mt-8">
          <Section title={t('timeline.table')} lead={t('timeline.tableLead')}>
            <TimelineTable slug={slug} lines={table.rows} />
            <Pagination page={table.page} pageSize={pageSize} total={table.total} />
          </Section>
        </div>
      )}
    </>
  );
}
