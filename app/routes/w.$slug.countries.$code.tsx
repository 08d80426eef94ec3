import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import {
  CountryMandates,
  CountryPartners,
  CountryYears,
  FocalPersons,
  RecutNotice,
  ViewSwitch,
} from '#app/features/commitments';
import { readCountryYears } from '#app/features/commitments/country-years.server';
import { readFilters } from '#app/features/commitments/options.server';
import { yearFilterOf } from '#app/features/commitments/year-filter';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { MoreLinks, PageHeader, Section } from '#app/ui';
import { partFilterOf } from '#domain/commitments/filters';
import { countries } from '#domain/countries';
import { DomainError } from '#domain/errors';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const country = countries.find((code) => code === args.params.code);
  if (!country) throw new DomainError({ code: 'not_found' });
  const { commitments, partners: registry } = args.context.services;
  const language = await readLanguage(args);
  const { years, choice } = await readCountryYears(args, workspace.id, country);
  const params = new URL(args.request.url).searchParams;
  const of = yearFilterOf(partFilterOf(params), choice);
  const [partners, mandates, focalPersons, filters, progress] = await Promise.all([
    commitments.countryPartners(workspace.id, {
      country,
      language,
      page: Number(params.get('page') ?? 1),
      ...of,
    }),
    registry.countryMandates(workspace.id, country),
    registry.countryFocalPersons(workspace.id, country),
    readFilters(args, workspace.id, { names: ['year'], isFiscal: choice.isFiscal }),
    commitments.recutProgress(),
  ]);
  const name = countryName(country, language) ?? country;
  return {
    title: await pageTitle(args, 'commitments:country.title', { name }),
    ...{ country, name, years, choice, of, partners, mandates, focalPersons, filters, progress },
    base: `/w/${workspace.slug}`,
    localCurrency: workspace.currency,
  };
});

export default function Country() {
  const { t } = useTranslation('commitments');
  const data = useLoaderData<typeof loader>();
  const { country, name, years, choice, of, partners, mandates, focalPersons, filters, progress } = data;
  const { base, localCurrency } = data;
  const shown = { base, choice, localCurrency, country };
  return (
    <>
      <PageHeader
        title={name}
        lead={t('country.lead')}
        breadcrumbs={[{ to: `${base}/countries`, label: t('countries.title') }]}
        actions={
          <MoreLinks
            links={[
              { to: `${base}/timeline?country=${country}`, label: t('country.timeline') },
              { to: `${base}/commitments?country=${country}`, label: t('country.activities') },
            ]}
          />
        }
      />
      <RecutNotice progress={progress} />
      <ViewSwitch localCurrency={localCurrency} />
      <Section title={t('country.byYear')} lead={t('country.byYearLead')}>
        <CountryYears rows={years} {...shown} />
      </Section>
      <Section title={t('country.active')} lead={t('country.activeLead')}>
        <ListToolbar filters={filters} kept={['in', 'by']} />
        <CountryPartners list={partners} of={of} {...shown} />
      </Section>
      <Section title={t('country.mandates')}>
        <CountryMandates
          mandates={mandates}
          to={(theme) => `${base}/mandates?on=${theme}&country=${country}`}
        />
      </Section>
      <Section title={t('country.focalPersons')} lead={t('country.focalPersonsLead')}>
        <FocalPersons people={focalPersons} />
      </Section>
    </>
  );
}
