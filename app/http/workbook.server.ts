import type { Services } from '#server/services';

type Cell = string | number | null;

/** A list as a workbook of one sheet, written off the main loop. */
export async function workbookResponse({
  services,
  name,
  title,
  header,
  rows,
}: {
  services: Pick<Services, 'planImports'>;
  name: string;
  title: string;
  header: string[];
  rows: Cell[][];
}): Promise<Response> {
  const table = [header, ...rows].map((row) => row.map((cell) => cell ?? ''));
  const bytes = await services.planImports.writeWorkbook({ name: title, rows: table });
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
