import type { LoaderFunctionArgs } from '@remix-run/node';
import { readListParams } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';
import { instant } from '#domain/clock';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { cycleSorts } from '#domain/lists/sorts';
import type { CycleFilter } from '#server/features/funding-cycles';
import { readYear } from './year-view.server';

/** The cycles wanted, as the address says, and the years to choose from; list and export read it alike. */
export async function readCycleFilter(
  args: LoaderFunctionArgs,
  workspace: { id: WorkspaceId },
): Promise<{ filter: Omit<CycleFilter, 'size'>; years: { value: string; label: string }[] }> {
  const { params, search, sort, page } = readListParams(args.request, {
    sorts: cycleSorts,
    fallback: 'next',
  });
  const language = await readLanguage(args);
  const calendars = await args.context.services.workspaces.listFiscalCalendars(workspace.id);
  const today = instant(args.context.clock).slice(0, 10);
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
