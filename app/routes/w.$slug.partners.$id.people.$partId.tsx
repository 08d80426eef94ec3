import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PartForm, PersonFields } from '#app/features/partners';
import { actOnPart, loadPart } from '#app/features/partners/form/part-form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => ({
  ...(await loadPart(args, 'focal_person')),
  countries: countryOptions(await readLanguage(args)),
}));

export const action = guardAction((args: ActionFunctionArgs) => actOnPart(args, 'focal_person'));

export default function EditPerson() {
  const { countries, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PartForm subject="focal_person" {...data} answer={answer && 'result' in answer ? answer : undefined}>
      {(state) => <PersonFields state={state} facts={data.facts} countries={countries} />}
    </PartForm>
  );
}
