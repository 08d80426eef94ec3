import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CycleForm } from '#app/features/funding-cycles';
import { newCycleSchema } from '#app/features/funding-cycles/schemas';
import { institutionOptions } from '#app/features/institutions';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { PageHeader } from '#app/ui';
import { DomainError } from '#domain/errors';
import { institutionShortName } from '#domain/institutions/name';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { fundingCycles } = args.context.services;
  const language = await readLanguage(args);
  const partners = await fundingCycles.listEditablePartners({ actor, workspaceId: workspace.id });
  if (partners.length === 0) throw new DomainError({ code: 'forbidden' });
  const sort = { key: 'start', isDescending: true } as const;
  const all = {
    ...wholeList,
    sort,
    search: '',
    kind: '',
    phase: '',
    institutionId: null,
    within: null,
    language,
  };
  const { rows } = await fundingCycles.listCycles(workspace.id, all);
  const ids = new Set(partners.map(({ id }) => id));
  const asked = new URL(args.request.url).searchParams.get('partner');
  return {
    title: await pageTitle(args, 'cycles:new.title'),
    slug: workspace.slug,
    partners: institutionOptions(partners, language),
    institutionId: asked ?? (partners.length === 1 ? partners[0]?.id : undefined),
    predecessors: rows
      .filter(({ partner }) => (asked ? partner.id === asked : ids.has(partner.id)))
      .map(({ id, name, partner }) => ({
        value: id,
        label: `${institutionShortName(partner, language)} – ${name}`,
      })),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: newCycleSchema,
    act: async ({ institutionId, ...facts }) => {
      const entered = { actor, workspaceId: workspace.id, institutionId, facts };
      const { cycleId } = await args.context.services.fundingCycles.createCycle(entered);
      return redirect(`/w/${workspace.slug}/cycles/${cycleId}?done=saved`);
    },
  });
});

export default function NewCycle() {
  const { t } = useTranslation('cycles');
  const { slug, partners, institutionId, predecessors } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        breadcrumbs={[{ to: `/w/${slug}/cycles`, label: t('list.title') }]}
      />
      <CycleForm
        facts={{ institutionId }}
        partners={partners}
        predecessors={predecessors}
        answer={answer && 'result' in answer ? answer : undefined}
      />
    </>
  );
}
