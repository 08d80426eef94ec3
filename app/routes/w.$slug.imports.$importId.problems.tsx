import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { grades, ProblemList } from '#app/features/iati-imports';
import { importOf } from '#app/features/iati-imports/import-of.server';
import { ListToolbar } from '#app/features/workspaces';
import { guardLoader } from '#app/http/guard';
import { Pagination } from '#app/ui';

const pageSize = 100;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { on, slug, page, searchParams } = await importOf(args);
  const grade = grades.find((known) => known === searchParams.get('grade'));
  return {
    address: `/w/${slug}/imports/${on.importId}`,
    page,
    ...(await args.context.services.iatiImports.listProblems({ ...on, grade, page, size: pageSize })),
  };
});

export default function Problems() {
  const { t } = useTranslation('iati');
  const { address, rows, total, page } = useLoaderData<typeof loader>();
  return (
    <>
      <ListToolbar
        filters={[
          {
            name: 'grade',
            label: t('problems.grade'),
            any: t('problems.anyGrade'),
            options: grades.map((value) => ({ value, label: t(`grade.${value}`) })),
          },
        ]}
        exportTo={`${address}/export/problems`}
      />
      <ProblemList rows={rows} />
      <Pagination page={page} pageSize={pageSize} total={total} />
    </>
  );
}
