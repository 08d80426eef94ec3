import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useMatches } from '@remix-run/react';
import { useLiveRefresh } from '#app/features/activity';
import { WorkspaceShell } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { may } from '#domain/policy';

export { revalidateUnlessSearch as shouldRevalidate } from '#app/http/revalidate';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { account, actor, workspace, membership, memberships, workspaces } = await requireMember(args);
  await args.context.services.workspaces.visit({ accountId: account.id, workspaceId: workspace.id });
  return {
    workspace: { slug: workspace.slug, name: workspace.name },
    workspaces,
    mayImport: may(actor, 'registry.import', { workspaceId: workspace.id }),
    person: { name: account.name, email: account.email, isAdministrator: account.isAdministrator },
    acting: {
      slug: workspace.slug,
      membershipId: membership.id,
      options: memberships.map(({ id, institution }) => ({ membershipId: id, institution })),
    },
  };
});

export default function WorkspaceLayout() {
  const data = useLoaderData<typeof loader>();
  const { isFollowed, isLive } = useHandles();
  useLiveRefresh(isFollowed ? null : data.workspace.slug, { isLive });
  return (
    <WorkspaceShell {...data}>
      <Outlet />
    </WorkspaceShell>
  );
}

/** Pages of a sitting say so: either they are fetched anew at once, or they follow the sitting by themselves. */
function useHandles(): { isLive: boolean; isFollowed: boolean } {
  const handles = useMatches().map(({ handle }) => handle as Record<string, unknown> | undefined);
  return {
    isLive: handles.some((handle) => handle?.isLive === true),
    isFollowed: handles.some((handle) => handle?.isFollowed === true),
  };
}
