import type { LoaderFunctionArgs } from '@remix-run/node';
import { todayIn } from '#app/features/dialogues/time-zones.server';
import { readLanguage } from '#app/i18n/language.server';
import type { InstitutionId } from '#domain/ids';
import type { TimelineFilter } from '#server/features/funding-cycles';
import { readView } from '../year-view.server';

/** A chart of more years would show nothing any more. */
export const mostYears = 20;

/** The part of the timeline wanted, as the address says; page and export read it alike. */
export async function readTimelineFilter(
  args: LoaderFunctionArgs,
  { country }: { country: string | null },
): Promise<TimelineFilter> {
  const params = new URL(args.request.url).searchParams;
  const today = todayIn(country, args.context.clock);
  const thisYear = Number(today.slice(0, 4));
  const fromYear = yearIn(params.get('from')) ?? thisYear - 1;
  const toYear = yearIn(params.get('to')) ?? Math.max(fromYear, thisYear + 3);
  const first = Math.min(fromYear, toYear);
  const asked = params.get('country');
  return {
    country: asked && /^[A-Z]{2}$/.test(asked) ? asked : country,
    institutionId: (params.get('partner') || null) as InstitutionId | null,
    kind: params.get('kind') ?? '',
    view: readView(params),
    fromYear: first,
    toYear: Math.min(Math.max(fromYear, toYear), first + mostYears - 1),
    today,
    language: await readLanguage(args),
  };
}

function yearIn(text: string | null): number | null {
  const year = Number(text);
  return text && Number.isInteger(year) && year >= 1950 && year <= 2150 ? year : null;
}
