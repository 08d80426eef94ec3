import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MandateFields, PartForm } from '#app/features/partners';
import { actOnPart, loadPart } from '#app/features/partners/form/part-form.server';
import { placeOptions } from '#app/features/partners/place-names.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { readLanguage } from '#app/i18n/language.server';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => ({
  ...(await loadPart(args, 'mandate')),
  places: placeOptions(await readLanguage(args)),
}));

export const action = guardAction((args: ActionFunctionArgs) => actOnPart(args, 'mandate'));

export default function EditMandate() {
  const { places, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PartForm subject="mandate" {...data} answer={answer && 'result' in answer ? answer : undefined}>
      {(state) => <MandateFields state={state} facts={data.facts} places={places} />}
    </PartForm>
  );
}
