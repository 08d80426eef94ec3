import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
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
import { EmptyState, InstitutionBadge, PageHeader, Refusal, SearchBox, Section, SubmitButton } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const found = await args.context.services.institutions.searchAddable({
    actor,
    workspaceId: workspace.id,
    search: new URL(args.request.url).searchParams.get('q') ?? '',
    language,
    limit: 10,
  });
  return {
    title: await pageTitle(args, 'institutions:add.title'),
    slug: workspace.slug,
    found,
    countries: countryOptions(language),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { institutions } = args.context.services;
  const workspaceId = workspace.id;
  const formData = await readForm(args.request);
  const done = (id: InstitutionId) =>
    redirect(`/w/${workspace.slug}/institutions/${id}?done=institutionAdded`);
  if (formData.get('intent') === 'add') {
    const institutionId = String(formData.get('institutionId')) as InstitutionId;
    await institutions.addToWorkspace({ actor, workspaceId, institutionId });
    return done(institutionId);
  }
  return handleForm({
    formData,
    schema: institutionSchema,
    act: async (value) => {
      const facts = factsOf(value);
      const { institutionId } = await institutions.createInstitution({ actor, workspaceId, facts });
      return done(institutionId);
    },
  });
});

export default function AddInstitution() {
  const { t, i18n } = useTranslation('institutions');
  const { slug, found, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  return (
    <>
      <PageHeader
        title={t('add.title')}
        breadcrumbs={[{ to: `/w/${slug}/institutions`, label: t('list.title') }]}
      />
      {answer && !formAnswer && <Refusal refusal={answer.refusal} />}
      <Section title={t('add.knownTitle')} lead={t('add.knownLead')}>
        <SearchBox label={t('add.search')} />
        {found.length === 0 ? (
          <EmptyState title={t('add.noneFound')} body={t('add.noneFoundBody')} />
        ) : (
          <ul className="mt-3 grid max-w-reading divide-y divide-line">
            {found.map(({ id, kind, acronym, names }) => (
              <li key={id} className="flex items-center justify-between gap-3 py-2">
                <InstitutionBadge
                  kind={kind}
                  acronym={acronym}
                  name={institutionName(names, i18n.language)}
                  isFull
                />
                <Form method="post">
                  <input type="hidden" name="intent" value="add" />
                  <SubmitButton name="institutionId" value={id} size="small" variant="secondary">
                    {t('add.add')}
                  </SubmitButton>
                </Form>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('add.newTitle')} lead={t('add.newLead')}>
        <InstitutionForm countries={countries} answer={formAnswer} submitLabel={t('add.submit')} />
      </Section>
    </>
  );
}
