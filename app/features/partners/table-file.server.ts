import { csvResponse } from '#app/http/csv.server';
import { workbookResponse } from '#app/http/workbook.server';
import type { Language } from '#domain/languages';
import type { Services } from '#server/services';

type Cell = string | number | null;

/** A list as the file that the address asks for: ?as=xlsx or CSV. */
export async function tableFile({
  request,
  services,
  ...table
}: {
  request: Request;
  services: Pick<Services, 'planImports'>;
  language: Language;
  name: string;
  title: string;
  header: string[];
  rows: Cell[][];
}): Promise<Response> {
  if (new URL(request.url).searchParams.get('as') !== 'xlsx') return csvResponse(table);
  return workbookResponse({ services, ...table });
}
