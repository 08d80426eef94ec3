import { and, eq, gte, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionKind } from '#domain/institutions/kinds';
import type { Instrument, MandateRole } from '#domain/partners/kinds';
import type { Theme } from '#domain/themes';

/** Which mandates; what is null or missing does not narrow. */
export interface MandateFilter {
  institutionId?: InstitutionId | null;
  kind?: InstitutionKind | null;
  /** Those in the country and those that hold everywhere. */
  country?: string | null;
  theme?: Theme | null;
  instrument?: Instrument | null;
  role?: MandateRole | null;
  /** Also those whose last day has passed. */
  withEnded?: boolean;
}

export function mandatesWhere(
  db: Db,
  workspaceId: WorkspaceId,
  filter: MandateFilter,
  /** A calendar date. */
  today: string,
): SQL | undefined {
  const { mandates, institutions } = db.tables;
  const { institutionId, kind, country, theme, instrument, role, withEnded } = filter;
  const everywhere = and(isNull(mandates.country), isNull(mandates.region));
  return and(
    eq(mandates.workspaceId, workspaceId),
    isNull(mandates.removedAt),
    withEnded ? undefined : or(isNull(mandates.validTo), gte(mandates.validTo, today)),
    institutionId ? eq(mandates.institutionId, institutionId) : undefined,
    country ? or(eq(mandates.country, country), everywhere) : undefined,
    theme ? eq(mandates.theme, theme) : undefined,
    instrument ? eq(mandates.instrument, instrument) : undefined,
    role ? eq(mandates.role, role) : undefined,
    kind
      ? inArray(
          mandates.institutionId,
          db.read.select({ id: institutions.id }).from(institutions).where(eq(institutions.kind, kind)),
        )
      : undefined,
  );
}
