import type { LoaderFunctionArgs } from '@remix-run/node';
import { todayIn } from '#app/features/dialogues/time-zones.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { countryName, countryOptions } from '#app/i18n/names.server';
import { budgetDatesIn } from '#domain/funding-cycles/budget-dates';
import { may } from '#domain/policy';
import { readYear } from './year-view.server';

/** The budget calendar of a country in a year, as the address asks for it; page and export read it alike. */
export async function readCalendarPage(args: LoaderFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const { fundingCycles } = args.context.services;
  const workspaceId = workspace.id;
  const language = await readLanguage(args);
  const params = new URL(args.request.url).searchParams;
  const asked = params.get('country');
  const country = asked && /^[A-Z]{2}$/.test(asked) ? asked : workspace.country;
  const [known, calendars, events] = await Promise.all([
    fundingCycles.listCountries(workspaceId),
    country ? fundingCycles.listCalendars({ workspaceId, country }) : [],
    country ? fundingCycles.listBudgetEvents({ workspaceId, country }) : [],
  ]);
  const today = todayIn(workspace.country, args.context.clock);
  const { options, chosen, current } = readYear({ params, calendars, today, language });
  const span = chosen ?? current;
  const mayEdit = may(actor, 'budgetEvent.edit', { workspaceId });
  return {
    slug: workspace.slug,
    language,
    country,
    countryName: countryName(country, language),
    homeName:
      countryName(workspace.country, language) ?? serverI18n(language).t('cycles:budget.chooseCountry'),
    // Whoever may enter another country's calendar chooses among all.
    countries: countryOptions(language).filter(
      ({ value }) => value !== workspace.country && (mayEdit || known.includes(value)),
    ),
    isOwn: country !== null && country === workspace.country,
    mayEdit,
    years: options,
    span,
    dates: span ? budgetDatesIn(events, span) : [],
    calendars,
    today,
  };
}
