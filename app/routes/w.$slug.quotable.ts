import type { LoaderFunctionArgs } from '@remix-run/node';
import { choiceOf, type QuotablePlan } from '#app/features/dialogues/quoted-part';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import type { ListedAction } from '#server/features/plans';

/** What of a passage is shown where it is chosen. */
const shownLength = 90;

/** What a proposal can quote, plan by plan: its actions, and the passages of its text, indented below their headings. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { dialogues, plans } = args.context.services;
  const [quotable, { rows }] = await Promise.all([
    dialogues.listQuotable({ actor, workspaceId: workspace.id }),
    plans.listActions({ actor, workspaceId: workspace.id, filter: wholeList }),
  ]);
  const listed = quotable.map(({ id: planId, title, passages }): QuotablePlan => {
    let level = 1;
    return {
      id: planId,
      title,
      actions: rows.flatMap(({ id, title: name, plan }: ListedAction) =>
        name && plan.id === planId ? { value: choiceOf({ planId, actionId: id }), name } : [],
      ),
      passages: passages.map((passage) => {
        level = passage.level ?? level;
        const depth = passage.level === null ? level - 1 : passage.level - 2;
        return { value: choiceOf({ planId, passageId: passage.id }), name: firstWords(passage.text), depth };
      }),
    };
  });
  return Response.json(listed, { headers: { 'Cache-Control': 'private, no-store' } });
});

function firstWords(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > shownLength ? `${line.slice(0, shownLength - 1).trimEnd()}…` : line;
}
