import type { LoaderFunctionArgs } from '@remix-run/node';
import { readActivityTable } from '#app/features/commitments/activity-export.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { workbookResponse } from '#app/http/workbook.server';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { language: _language, ...table } = await readActivityTable(args, workspace.id);
  return workbookResponse({
    services: args.context.services,
    name: `${workspace.slug}-commitments`,
    ...table,
  });
});
