import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InstitutionForm } from '#app/features/institutions';
import { factsOf, institutionSchema } from '#app/features/institutions/schemas';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { PageHeader } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const { findInstitution } = args.context.services.institutions;
  const institution = await findInstitution(workspace.id, args.params.id as InstitutionId);
  authorise(actor, 'institution.edit', institution);
  return {
    title: await pageTitle(args, 'institutions:edit.title'),
    slug: workspace.slug,
    institution,
    countries: countryOptions(language),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { institutions } = args.context.services;
  const institutionId = args.params.id as InstitutionId;
  await institutions.findInstitution(workspace.id, institutionId);
  return handleForm({
    formData: await readForm(args.request),
    schema: institutionSchema,
    act: async (value) => {
      await institutions.editInstitution({ actor, institutionId, facts: factsOf(value) });
      return redirect(`/w/${workspace.slug}/institutions/${institutionId}?done=saved`);
    },
  });
});

export default function EditInstitution() {
  const { t, i18n } = useTranslation('institutions');
  const { slug, institution, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const at = `/w/${slug}/institutions`;
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        lead={t('edit.lead')}
        breadcrumbs={[
          { to: at, label: t('list.title') },
          { to: `${at}/${institution.id}`, label: institutionName(institution.names, i18n.language) },
        ]}
      />
      <InstitutionForm
        countries={countries}
        facts={institution}
        answer={answer && 'result' in answer ? answer : undefined}
        submitLabel={t('edit.submit')}
      />
    </>
  );
}
