import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InstitutionForm, institutionOptions } from '#app/features/institutions';
import { factsOf, institutionSchema } from '#app/features/institutions/schemas';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { EmptyState, LinkButton, PageHeader, Refusal, Section, SelectField, SubmitButton } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { authorise, may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { institutions, partners } = args.context.services;
  const workspaceId = workspace.id;
  authorise(actor, 'partner.add', { workspaceId, institutionId: actor.membership.institutionId });
  const language = await readLanguage(args);
  const sort = { key: 'name', isDescending: false } as const;
  const [labels, { rows }] = await Promise.all([
    institutions.listInstitutionLabels(workspaceId, language),
    partners.listPartners(workspaceId, { search: '', kind: null, sort, language, ...wholeList }),
  ]);
  const known = new Set(rows.map(({ id }) => id));
  const addable = labels.filter(
    ({ id }) => !known.has(id) && may(actor, 'partner.add', { workspaceId, institutionId: id }),
  );
  return {
    title: await pageTitle(args, 'partners:add.title'),
    slug: workspace.slug,
    addable: institutionOptions(addable, language),
    countries: countryOptions(language),
    mayEnter: may(actor, 'partner.add', { workspaceId, institutionId: null }),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { partners } = args.context.services;
  const to = { actor, workspaceId: workspace.id };
  const formData = await readForm(args.request);
  const done = (id: InstitutionId) => redirect(`/w/${workspace.slug}/partners/${id}?done=added`);
  if (formData.get('intent') === 'add') {
    const institutionId = String(formData.get('institutionId')) as InstitutionId;
    await partners.addPartner({ ...to, institutionId });
    return done(institutionId);
  }
  authorise(actor, 'partner.add', { workspaceId: workspace.id, institutionId: null });
  return handleForm({
    formData,
    schema: institutionSchema,
    act: async (value) => {
      const { institutionId } = await partners.addNewPartner({ ...to, facts: factsOf(value) });
      return done(institutionId);
    },
  });
});

export default function AddPartner() {
  const { t } = useTranslation('partners');
  const { slug, addable, countries, mayEnter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  return (
    <>
      <PageHeader
        title={t('add.title')}
        breadcrumbs={[{ to: `/w/${slug}/partners`, label: t('list.title') }]}
      />
      {answer && !formAnswer && <Refusal refusal={answer.refusal} />}
      <Section title={t('add.knownTitle')} lead={t(mayEnter ? 'add.knownLead' : 'add.ownLead')}>
        {addable.length === 0 ? (
          <EmptyState
            title={t(mayEnter ? 'add.none' : 'add.ownDone')}
            body={t(mayEnter ? 'add.noneBody' : 'add.ownDoneBody')}
            action={<LinkButton to={`/w/${slug}/partners`}>{t('add.back')}</LinkButton>}
          />
        ) : (
          <Form method="post" className="form">
            <input type="hidden" name="intent" value="add" />
            <SelectField
              label={t('add.institution')}
              name="institutionId"
              options={addable}
              placeholder={addable.length > 1 ? t('add.choose') : undefined}
              isRequired
            />
            <div className="form-actions">
              <SubmitButton>{t('add.submit')}</SubmitButton>
            </div>
          </Form>
        )}
      </Section>
      {mayEnter && (
        <Section title={t('add.newTitle')} lead={t('add.newLead')}>
          <InstitutionForm countries={countries} answer={formAnswer} submitLabel={t('add.newSubmit')} />
        </Section>
      )}
    </>
  );
}
