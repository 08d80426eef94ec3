import type { LoaderFunctionArgs } from '@remix-run/node';
import { readRegistrationTable } from '#app/features/registrations/registration-export.server';
import { guardLoader } from '#app/http/guard';
import { workbookResponse } from '#app/http/workbook.server';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { language: _language, ...table } = await readRegistrationTable(args);
  return workbookResponse({ services: args.context.services, ...table });
});
