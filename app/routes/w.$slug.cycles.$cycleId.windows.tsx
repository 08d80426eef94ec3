import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RuleForm } from '#app/features/funding-cycles';
import { requireCycle } from '#app/features/funding-cycles/gate.server';
import { ruleSchema } from '#app/features/funding-cycles/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { ConfirmButton, PageHeader, Refusal, Section } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, cycle } = await requireCycle(args);
  return {
    title: await pageTitle(args, 'cycles:rule.heading'),
    slug,
    cycle: { id: cycle.id, name: cycle.name, rule: cycle.rule },
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { slug, actor, workspaceId, cycle } = await requireCycle(args);
  const { fundingCycles } = args.context.services;
  const on = { actor, workspaceId, cycleId: cycle.id };
  const formData = await readForm(args.request);
  const done = () => redirect(`/w/${slug}/cycles/${cycle.id}?done=saved`);
  if (formData.get('intent') === 'remove-rule') {
    await fundingCycles.setRule({ ...on, rule: null, reason: '' });
    return done();
  }
  return handleForm({
    formData,
    schema: ruleSchema,
    act: async (value) => {
      await fundingCycles.setRule({ ...on, ...value });
      return done();
    },
  });
});

export default function CycleWindows() {
  const { t } = useTranslation('cycles');
  const { slug, cycle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  return (
    <>
      <PageHeader
        title={t('rule.heading')}
        lead={t('rule.formLead')}
        breadcrumbs={[
          { to: `/w/${slug}/cycles`, label: t('list.title') },
          { to: `/w/${slug}/cycles/${cycle.id}`, label: cycle.name },
        ]}
      />
      {answer && !formAnswer && <Refusal refusal={answer.refusal} />}
      <RuleForm rule={cycle.rule} answer={formAnswer} />
      {cycle.rule && (
        <Section title={t('rule.removeTitle')} lead={t('rule.removeLead')}>
          <ConfirmButton
            label={t('rule.remove')}
            button={{ variant: 'danger' }}
            title={t('rule.removeQuestion')}
            confirmLabel={t('rule.remove')}
            fields={{ intent: 'remove-rule' }}
          >
            <p>{t('rule.removeLead')}</p>
          </ConfirmButton>
        </Section>
      )}
    </>
  );
}
