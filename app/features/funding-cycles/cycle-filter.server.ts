import type { LoaderFunctionArgs } from '@remix-run/node';
import { todayIn } from '#app/features/dialogues/time-zones.server';
import { readListParams } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { cycleSorts } from '#domain/lists/sorts';
import type { CycleFilter } from '#server/features/funding-cycles';
import { readYear } from './year-view.server';

/** The cycles wanted, as the address says, and the years to choose from; list and export read it alike. */
export async function readCycleFilter(
  args: LoaderFunctionArgs,
  workspace: { id: WorkspaceId; country: string | null },
): Promise<{ filter: Omit<CycleFilter, 'size'>; years: { value: string; label: string }[] }> {
  const { params, search, sort, page } = readListParams(args.request, {
    sorts: cycleSorts,
    fallback: 'next',
  });
  const language = await readLanguage(args);
  const calendars = await args.context.services.workspaces.listFiscalCalendars(workspace.id);
  const today = todayIn(workspace.country, args.context.clock);
  const { options, chosen } = readYear({ params, calendars, today, language });
  return {
    filter: {
      search,
      sort,
      page,
      language,
      kind: params.get('kind') ?? '',
      phase: params.get('phase') ?? '',
      institutionId: (params.get('partner') || null) as InstitutionId | null,
      within: chosen,
    },
    years: options,
  };
}
