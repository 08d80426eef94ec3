import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ExportLink, UnkeptList } from '#app/features/iati-imports';
import { importOf } from '#app/features/iati-imports/import-of.server';
import { guardLoader } from '#app/http/guard';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { on, slug } = await importOf(args);
  const { stored } = await args.context.services.iatiImports.getImport(on);
  return { unkept: stored.report.unkept, address: `/w/${slug}/imports/${on.importId}` };
});

export default function NotKept() {
  const { t } = useTranslation('iati');
  const { unkept, address } = useLoaderData<typeof loader>();
  return (
    <>
      <p>{t('unkept.lead')}</p>
      {unkept.length > 0 && <ExportLink to={`${address}/export/unkept`} />}
      <UnkeptList rows={unkept} />
    </>
  );
}
