import type { LoaderFunctionArgs } from '@remix-run/node';
import { readActivityTable } from '#app/features/commitments/activity-export.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { header, rows, title } = await readActivityTable(args, workspace.id);
  const bytes = await args.context.services.commitments.writeWorkbook(title, [header, ...rows]);
  return new Response(bytes as unknown as BodyInit, {
    headers: {
      'Content-Type': xlsx,
      'Content-Disposition': `attachment; filename="${workspace.slug}-commitments.xlsx"`,
    },
  });
});
