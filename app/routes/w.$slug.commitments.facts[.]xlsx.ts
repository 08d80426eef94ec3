import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFactTable } from '#app/features/commitments/fact-export.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { workbookResponse } from '#app/http/workbook.server';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { language: _language, ...table } = await readFactTable(args, workspace);
  return workbookResponse({ services: args.context.services, name: `${workspace.slug}-facts`, ...table });
});
