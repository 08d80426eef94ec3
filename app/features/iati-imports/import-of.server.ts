import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import type { IatiImportId } from '#domain/ids';

/** The import of the address, as the services are asked for it, and the page of a list. */
export async function importOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const { searchParams } = new URL(args.request.url);
  return {
    on: { actor, workspaceId: workspace.id, importId: args.params.importId as IatiImportId },
    slug: workspace.slug,
    page: Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1),
    searchParams,
  };
}
