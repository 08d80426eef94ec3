import type { LoaderFunctionArgs } from '@remix-run/node';
import { mappingWords } from '#app/features/resource-mapping/words.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { readLanguage } from '#app/i18n/language.server';
import type { InstitutionId } from '#domain/ids';

/** The commitments as a workbook to fill in: of all partners that one keeps, or of ?partner=. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { resourceMapping, institutions } = args.context.services;
  const language = await readLanguage(args);
  const partner = new URL(args.request.url).searchParams.get('partner') || null;
  const own = new Set(await resourceMapping.listMappablePartners({ actor, workspaceId: workspace.id }));
  const labels = await institutions.listInstitutionLabels(workspace.id, language);
  const bytes = await resourceMapping.writeTemplate({
    actor,
    workspaceId: workspace.id,
    partnerId: partner as InstitutionId | null,
    words: mappingWords(
      language,
      labels.filter(({ id }) => own.has(id)),
    ),
  });
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${workspace.slug}-resource-mapping.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
