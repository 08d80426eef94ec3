import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLanguage } from '#app/i18n/language.server';
import { partFilterOf } from '#domain/commitments/filters';
import { fundingKinds } from '#domain/commitments/kinds';
import type { WorkspaceId } from '#domain/ids';
import { moneyChoiceOf } from './money-choice';
import { yearFilterOf } from './year-filter';

/** The matrix that the address asks for. */
export async function readMatrixPage(
  args: LoaderFunctionArgs,
  workspace: { id: WorkspaceId; slug: string; currency: string },
  size: number,
) {
  const params = new URL(args.request.url).searchParams;
  const choice = moneyChoiceOf(params);
  const filter = partFilterOf(params);
  const kind = fundingKinds.find((one) => one === filter.kind) ?? 'committed';
  const of = yearFilterOf(filter, choice);
  const matrix = await args.context.services.commitments.commitmentMatrix(workspace.id, {
    kind,
    ...of,
    language: await readLanguage(args),
    page: Number(params.get('page') ?? 1),
    size,
  });
  return { matrix, choice, kind, of, base: `/w/${workspace.slug}`, localCurrency: workspace.currency };
}
