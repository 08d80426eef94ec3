import type { LoaderFunctionArgs } from '@remix-run/node';
import { v7 } from 'uuid';
import { institutionOptions } from '#app/features/institutions';
import type { Member } from '#app/features/workspaces/gate.server';
import { wholeList } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';
import { makeFormat } from '#app/i18n/make-format';
import type { PlanId } from '#domain/ids';
import { institutionShortName } from '#domain/institutions/name';

/** As many actions as a plan can have. */
const everyAction = 10_000;

/** What a convenor chooses from: plans, the actions of one that somebody leads, and institutions. */
export async function readChoices(args: LoaderFunctionArgs, { actor, workspace }: Member) {
  const { plans, institutions } = args.context.services;
  const workspaceId = workspace.id;
  const language = await readLanguage(args);
  const open = await plans.listPlans({ actor, workspaceId, isArchived: false });
  const wanted = new URL(args.request.url).searchParams.get('plan');
  const planId = (open.find(({ id }) => id === wanted) ?? open[0])?.id;
  if (!planId) return null;
  const filter = { planId: planId as PlanId, size: everyAction };
  const { rows } = await plans.listActions({ actor, workspaceId, filter });
  return {
    planId,
    plans: open.map(({ id, title }) => ({ value: id, label: title })),
    actions: rows.flatMap(({ id, title, lead }) =>
      lead && title ? { value: id, label: `${title} (${institutionShortName(lead, language)})` } : [],
    ),
    leads: institutionOptions(await institutions.listInstitutionLabels(workspaceId, language), language),
    freshId: v7(),
  };
}

/** Where a deferred decision can be taken up: dialogues that have not ended, the soonest first. */
export async function readTakeUpChoices(args: LoaderFunctionArgs, { actor, workspace }: Member) {
  const language = await readLanguage(args);
  const { rows } = await args.context.services.dialogues.listDialogues(
    { actor, workspaceId: workspace.id },
    {
      ...{ search: '', type: '', state: '', ...wholeList },
      sort: { key: 'starts', isDescending: false },
    },
  );
  return {
    dialogues: rows
      .filter(({ state }) => state === 'planned' || state === 'running')
      .map(({ id, number, title, startsAt, timeZone }) => ({
        value: id as string,
        label: `${makeFormat(language, timeZone).day(startsAt)} · ${number} · ${title}`,
      })),
    freshId: v7(),
  };
}
