import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import type { InstitutionId } from '#domain/ids';

/** A partner with its envelopes as an IATI organisation file. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const institutionId = args.params.id as InstitutionId;
  const { iatiImports } = args.context.services;
  const text = await iatiImports.exportPartner({ actor, workspaceId: workspace.id, institutionId });
  return new Response(text, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${workspace.slug}-${institutionId}.xml"`,
    },
  });
});
