import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DocumentFields, PartForm } from '#app/features/partners';
import { actOnPart, loadPart } from '#app/features/partners/form/part-form.server';
import { languageOptions } from '#app/features/partners/place-names.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { readLanguage } from '#app/i18n/language.server';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => ({
  ...(await loadPart(args, 'document')),
  languages: languageOptions(await readLanguage(args)),
}));

export const action = guardAction((args: ActionFunctionArgs) => actOnPart(args, 'document'));

export default function EditDocument() {
  const { languages, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PartForm subject="document" {...data} answer={answer && 'result' in answer ? answer : undefined}>
      {(state) => <DocumentFields state={state} facts={data.facts} languages={languages} />}
    </PartForm>
  );
}
