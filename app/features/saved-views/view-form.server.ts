import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { readForm } from '#app/http/read-form.server';
import type { SavedViewId } from '#domain/ids';
import { viewLimits, viewQuery } from '#domain/saved-views/view-query';

/** What the forms of a list's saved views ask for: keep its filters under a name, or remove a view. */
export async function actOnViews(args: ActionFunctionArgs, list: string) {
  const { actor, workspace } = await requireMember(args);
  const { savedViews } = args.context.services;
  const to = { actor, workspaceId: workspace.id };
  const formData = await readForm(args.request);
  const { pathname, search } = new URL(args.request.url);
  const back = (query: string) => redirect(`${pathname.replace(/\.data$/, '')}?${query}`);
  if (formData.get('intent') === 'remove-view') {
    await savedViews.removeView({ ...to, viewId: String(formData.get('viewId')) as SavedViewId });
    return back(viewQuery(search));
  }
  const query = String(formData.get('query') ?? '').slice(0, viewLimits.query);
  const name = String(formData.get('name') ?? '');
  const isShared = formData.get('isShared') === 'on';
  await savedViews.saveView({ ...to, list, name, query, isShared });
  return back(viewQuery(query));
}
