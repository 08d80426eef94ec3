import { eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import type { FiscalCalendar } from '#domain/calendars';
import type { CutRules } from '#domain/commitments/cut-activity';
import { DomainError } from '#domain/errors';
import type { WorkspaceId } from '#domain/ids';
import { readRateTable } from '../exchange-rates';

/**
 * By what facts are cut and converted in a workspace: the rates of now, its currency, and the fiscal calendar of each
 * country; the workspace's own where a country has none, or money has no country. Throws `not_found`.
 */
export async function readCutRules(
  { db, reader }: { db: Db; reader: Reader },
  workspaceId: WorkspaceId,
): Promise<CutRules> {
  const { workspaces, fiscalCalendars, countryCalendars } = db.tables;
  const [workspace] = await reader
    .select({ currency: workspaces.currency })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new DomainError({ code: 'not_found' });
  const own = await reader.select().from(fiscalCalendars).where(eq(fiscalCalendars.workspaceId, workspaceId));
  const others = await reader
    .select()
    .from(countryCalendars)
    .where(eq(countryCalendars.workspaceId, workspaceId));
  const byCountry = new Map<string, FiscalCalendar[]>();
  for (const calendar of others)
    byCountry.set(calendar.country, [...(byCountry.get(calendar.country) ?? []), calendar]);
  return {
    rates: await readRateTable({ db, reader }),
    localCurrency: workspace.currency,
    calendarsOf: (country) => byCountry.get(country) ?? own,
  };
}
