import type { LoaderFunctionArgs } from '@remix-run/node';
import { readImportTable } from '#app/features/iati-imports/import-tables.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const list = args.params.list ?? '';
  const table = await readImportTable(args, list);
  return csvResponse({ ...table, name: `import-${list}` });
});
