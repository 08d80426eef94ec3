import type { LoaderFunctionArgs } from '@remix-run/node';
import { readRegistrationTable } from '#app/features/registrations/registration-export.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { title: _title, ...table } = await readRegistrationTable(args);
  return csvResponse(table);
});
