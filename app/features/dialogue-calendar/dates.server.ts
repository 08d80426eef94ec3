import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { wholeList } from '#app/http/list-params';
import type { DateRange } from '#domain/funding-cycles/precise-date';
import { type OnDay, onDay } from './month.server';

/** The workspace's dialogues within the days of a range, in their order. */
export async function readDialogueDates(args: LoaderFunctionArgs, range: DateRange): Promise<OnDay[]> {
  const { actor, workspace } = await requireMember(args);
  const { rows } = await args.context.services.dialogues.listDialogues(
    { actor, workspaceId: workspace.id },
    { search: '', type: '', state: '', sort: { key: 'starts', isDescending: false }, ...wholeList },
  );
  return rows.map(onDay).filter(({ date }) => date >= range.start && date <= range.end);
}
