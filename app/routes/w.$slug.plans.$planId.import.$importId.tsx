import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReviewImport } from '#app/features/plan-imports';
import '#app/features/plan-imports/plan-imports.css';
import { readMappingForm, readNamesForm } from '#app/features/plan-imports/mapping-form';
import { makeReview } from '#app/features/plan-imports/review';
import { useOpenPlan } from '#app/features/plans/plan-layout';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { DomainError } from '#domain/errors';
import type { PlanId, PlanImportId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const on = await importOf(args);
  const preview = await args.context.services.planImports.previewImport(on);
  const { searchParams } = new URL(args.request.url);
  return { review: makeReview(preview, searchParams), title: await pageTitle(args, 'import:review.title') };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const on = await importOf(args);
  const { planImports } = args.context.services;
  const form = await readForm(args.request);
  const address = `/w/${args.params.slug}/plans/${args.params.planId}`;
  const { mapping } = await planImports.getImport(on);
  switch (form.get('intent')) {
    case 'table': {
      const sheet = Number(form.get('sheet') ?? mapping.sheet);
      const header = { row: Number(form.get('headerRow')) - 1, rows: Number(form.get('headerRows')) };
      // Another sheet has its header elsewhere: it is looked for anew.
      await planImports.chooseTable({ ...on, sheet, ...(sheet === mapping.sheet ? { header } : {}) });
      break;
    }
    case 'mapping':
      await planImports.setMapping({ ...on, mapping: readMappingForm(form, mapping) });
      break;
    case 'names':
      await planImports.setMapping({ ...on, mapping: readNamesForm(form, mapping) });
      break;
    case 'apply': {
      const mode = form.get('mode') === 'update' ? 'update' : 'add';
      if (mode !== mapping.mode) await planImports.setMapping({ ...on, mapping: { ...mapping, mode } });
      await planImports.applyImport(on);
      return redirect(`${address}/actions`);
    }
    case 'discard':
      await planImports.discardImport(on);
      return redirect(`${address}/import`);
    default:
      throw new DomainError({ code: 'invalid_input' });
  }
  return redirect(`${address}/import/${on.importId}`);
});

async function importOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const { planId, importId } = args.params as { planId: PlanId; importId: PlanImportId };
  return { actor, workspaceId: workspace.id, planId, importId };
}

export default function ReviewRoute() {
  const { review } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const plan = useOpenPlan();
  return (
    <ReviewImport
      review={review}
      plan={plan}
      refusal={answer && 'refusal' in answer ? answer.refusal : null}
    />
  );
}
