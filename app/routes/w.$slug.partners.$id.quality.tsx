import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MeasureDetail, QualityTable } from '#app/features/data-quality';
import { answerSchema } from '#app/features/data-quality/schemas';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { Section } from '#app/ui';
import { type QualityMeasure, qualityMeasures } from '#domain/data-quality/measures';
import type { InstitutionId } from '#domain/ids';

const pageSize = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { dataQuality } = args.context.services;
  const place = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  const { measure, page } = asked(args);
  const measured = await dataQuality.measurePartner({ actor, ...place });
  const opened = measure && {
    measure,
    answers: measured.find((one) => one.measure === measure)?.answers ?? [],
    failing: await dataQuality.listFailing({ actor, ...place, measure, page, size: pageSize }),
    mayAnswer: await dataQuality.mayAnswer({ actor, ...place }),
  };
  return { title: await pageTitle(args, 'quality:title'), slug: workspace.slug, measured, opened };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const place = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  const { measure } = asked(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: answerSchema,
    act: async ({ text }) => {
      if (measure) await args.context.services.dataQuality.answerMeasure({ actor, ...place, measure, text });
      return redirect(
        `/w/${workspace.slug}/partners/${place.institutionId}/quality?measure=${measure ?? ''}`,
      );
    },
  });
});

function asked({ request }: Pick<LoaderFunctionArgs, 'request'>): {
  measure: QualityMeasure | null;
  page: number;
} {
  const { searchParams } = new URL(request.url);
  const name = searchParams.get('measure');
  const measure = qualityMeasures.find((known) => known === name) ?? null;
  return { measure, page: Number(searchParams.get('page')) || 1 };
}

export default function PartnerQuality() {
  const { t } = useTranslation('quality');
  const { slug, measured, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (opened)
    return (
      <MeasureDetail
        {...opened}
        slug={slug}
        pageSize={pageSize}
        answer={answer && 'result' in answer ? answer : undefined}
      />
    );
  return (
    <Section title={t('title')} lead={t('lead')}>
      <QualityTable measured={measured} />
    </Section>
  );
}
