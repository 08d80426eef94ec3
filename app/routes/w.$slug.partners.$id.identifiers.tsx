import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { identifiersText } from '#app/features/institutions/identifiers-text';
import { identifiersSchema } from '#app/features/institutions/schemas';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { Refusal, Section, SubmitButton, TextArea } from '#app/ui';
import { DomainError } from '#domain/errors';
import type { InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

async function findPartner(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const on = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  const partner = await args.context.services.partners.findPartner(on);
  authorise(actor, 'partner.edit', partner.subject);
  if (partner.homeWorkspaceId !== workspace.id) throw new DomainError({ code: 'forbidden' });
  return { actor, on, partner, slug: workspace.slug };
}

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { partner } = await findPartner(args);
  return {
    title: await pageTitle(args, 'partners:page.identifiers'),
    known: identifiersText(partner.identifiers),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, on, slug } = await findPartner(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: identifiersSchema,
    act: async ({ identifiers }) => {
      await args.context.services.partners.setIdentifiers({ actor, ...on, identifiers });
      return redirect(`/w/${slug}/partners/${on.institutionId}?done=identifiers`);
    },
  });
});

export default function Identifiers() {
  const { t } = useTranslation('partners');
  const { known } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  const { form, field, refusal } = useFormAnswer('identifiers', formAnswer, 'institutions');
  const identifiers = field('identifiers');
  return (
    <Section title={t('page.identifiers')} lead={t('page.identifiersLead')}>
      <Form method="post" {...form} className="form">
        <Refusal refusal={refusal} />
        <TextArea
          label={t('institutions:form.identifiers')}
          hint={t('institutions:form.identifiersHint')}
          rows={4}
          {...identifiers}
          defaultValue={identifiers.defaultValue ?? known}
          isRequired={false}
        />
        <div className="form-actions">
          <SubmitButton>{t('form.keep.submit')}</SubmitButton>
          <Link to=".." relative="path" className="self-center px-2">
            {t('ui:cancel')}
          </Link>
        </div>
      </Form>
    </Section>
  );
}
