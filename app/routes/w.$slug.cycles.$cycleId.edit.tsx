import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CycleForm } from '#app/features/funding-cycles';
import { requireCycle } from '#app/features/funding-cycles/gate.server';
import { cycleSchema } from '#app/features/funding-cycles/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { PageHeader } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, workspaceId, cycle } = await requireCycle(args);
  const language = await readLanguage(args);
  const sort = { key: 'start', isDescending: true } as const;
  const all = { ...wholeList, sort, search: '', kind: '', phase: '', within: null, language };
  const { rows } = await args.context.services.fundingCycles.listCycles(workspaceId, {
    ...all,
    institutionId: cycle.partner.id,
  });
  const { kind, name, periodStart, periodEnd, fiscalStartMonth, fiscalStartDay, note, predecessor } = cycle;
  return {
    title: await pageTitle(args, 'cycles:edit.title'),
    slug,
    cycleId: cycle.id,
    facts: {
      ...{ kind, name, periodStart, periodEnd, fiscalStartMonth, fiscalStartDay, note },
      predecessorId: predecessor?.id ?? null,
    },
    predecessors: rows.filter(({ id }) => id !== cycle.id).map((row) => ({ value: row.id, label: row.name })),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { slug, actor, workspaceId, cycle } = await requireCycle(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: cycleSchema,
    act: async (facts) => {
      const on = { actor, workspaceId, cycleId: cycle.id };
      await args.context.services.fundingCycles.editCycle({ ...on, facts });
      return redirect(`/w/${slug}/cycles/${cycle.id}?done=saved`);
    },
  });
});

export default function EditCycle() {
  const { t } = useTranslation('cycles');
  const { slug, cycleId, facts, predecessors } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        breadcrumbs={[
          { to: `/w/${slug}/cycles`, label: t('list.title') },
          { to: `/w/${slug}/cycles/${cycleId}`, label: facts.name },
        ]}
      />
      <CycleForm
        facts={facts}
        predecessors={predecessors}
        answer={answer && 'result' in answer ? answer : undefined}
      />
    </>
  );
}
