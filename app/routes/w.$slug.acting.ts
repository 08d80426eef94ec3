import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { localAddress } from '#domain/accounts/local-address';
import type { MembershipId } from '#domain/ids';

/** Acts for another institution from now on, and returns to the page. */
export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const formData = await readForm(args.request);
  await args.context.services.workspaces.actFor({
    actor,
    workspaceId: workspace.id,
    membershipId: String(formData.get('membershipId')) as MembershipId,
  });
  return redirect(localAddress(String(formData.get('next') ?? ''), `/w/${workspace.slug}`));
});

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/w/${params.slug}`);
}
