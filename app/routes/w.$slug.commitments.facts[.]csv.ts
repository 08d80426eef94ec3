import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFactTable } from '#app/features/commitments/fact-export.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { language, header, rows } = await readFactTable(args, workspace);
  return csvResponse({ language, name: `${workspace.slug}-facts`, header, rows });
});
