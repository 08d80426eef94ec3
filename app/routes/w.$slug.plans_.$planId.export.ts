import type { LoaderFunctionArgs } from '@remix-run/node';
import { tableWords } from '#app/features/plan-imports/table-words.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { readLanguage } from '#app/i18n/language.server';
import type { PlanId } from '#domain/ids';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The plan's actions as a file: ?as=xlsx or ?as=csv. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { planImports, institutions } = args.context.services;
  const as = new URL(args.request.url).searchParams.get('as') === 'csv' ? 'csv' : 'xlsx';
  const language = await readLanguage(args);
  const labels = await institutions.listInstitutionLabels(workspace.id, language);
  const { title, bytes } = await planImports.exportMatrix({
    actor,
    workspaceId: workspace.id,
    planId: args.params.planId as PlanId,
    as,
    words: tableWords(language, labels),
  });
  const name = encodeURIComponent(`${title.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 80)}.${as}`);
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': types[as],
      'Content-Disposition': `attachment; filename="plan.${as}"; filename*=UTF-8''${name}`,
      'Cache-Control': 'private, no-store',
    },
  });
});
