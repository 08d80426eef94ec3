import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PartForm, ProfileFields } from '#app/features/partners';
import { actOnPart, loadPart } from '#app/features/partners/form/part-form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';

export const meta = titleFromData;
export const loader = guardLoader((args: LoaderFunctionArgs) => loadPart(args, 'profile'));
export const action = guardAction((args: ActionFunctionArgs) => actOnPart(args, 'profile'));

export default function EditProfile() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PartForm subject="profile" {...data} answer={answer && 'result' in answer ? answer : undefined}>
      {(state) => <ProfileFields state={state} facts={data.facts} />}
    </PartForm>
  );
}
