import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { PageHeader } from '#app/ui';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  return { workspace };
});

export default function Overview() {
  const { workspace } = useLoaderData<typeof loader>();
  return <PageHeader title={workspace.name} />;
}
