import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InstitutionForm } from '#app/features/institutions';
import { factsOf, institutionSchema } from '#app/features/institutions/schemas';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import type { InstitutionId } from '#domain/ids';

export const meta = titleFromData;

/** "new" enters an institution for the whole instance; an id corrects one. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const { id } = args.params;
  const { findInDirectory } = args.context.services.institutions;
  const isNew = id === 'new';
  return {
    title: await pageTitle(args, isNew ? 'institutions:directory.new' : 'institutions:edit.title'),
    facts: isNew ? undefined : await findInDirectory({ actor, institutionId: id as InstitutionId }),
    countries: countryOptions(await readLanguage(args)),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const { institutions } = args.context.services;
  const { id } = args.params;
  return handleForm({
    formData: await readForm(args.request),
    schema: institutionSchema,
    act: async (value) => {
      const facts = factsOf(value);
      if (id === 'new') await institutions.createInstitution({ actor, workspaceId: null, facts });
      else await institutions.editInstitution({ actor, institutionId: id as InstitutionId, facts });
      return redirect('/admin/institutions?done=saved');
    },
  });
});

export default function DirectoryInstitution() {
  const { t } = useTranslation('institutions');
  const { facts, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <h2 className="mb-2 text-xl">{t(facts ? 'edit.title' : 'directory.new')}</h2>
      <p className="mb-4 max-w-reading text-muted">{t('edit.lead')}</p>
      <InstitutionForm
        countries={countries}
        facts={facts}
        answer={answer && 'result' in answer ? answer : undefined}
        submitLabel={t('edit.submit')}
      />
    </>
  );
}
