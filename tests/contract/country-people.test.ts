import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { InstitutionId, MandateId, WorkspaceId } from '#domain/ids';
import { makePartners } from '#server/features/partners';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestWorkspaces } from '#tests/factories/workspace-services';
import { buildInstitution, buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('who works in a country on %s', (dialect) => {
  let db: Db;
  let workspaceId: WorkspaceId;
  let partners: ReturnType<typeof makePartners>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    const { clock, events } = openTestWorkspaces(db);
    partners = makePartners({ db, clock, events });
    ({ workspaceId } = await buildWorkspace(db));
  });
  afterEach(() => db.close());

  async function mandate(validTo: string | null, country: string | null = 'MG'): Promise<InstitutionId> {
    const institutionId = await buildInstitution(db, { workspaceId });
    await db.transaction((tx) =>
      tx
        .insert(db.tables.mandates)
        .values({
          ...{ id: newId<MandateId>(), workspaceId, institutionId, theme: 'hiv', country, region: null },
          ...{ instrument: 'grant', role: 1, approach: '', validFrom: null, validTo, evidenceUrl: '' },
          ...{ lastReviewedOn: null, createdAt: '2026-01-01T00:00:00.000Z', removedAt: null },
        })
        .then(() => undefined),
    );
    return institutionId;
  }

  it('is who has a mandate for it or for everywhere that has not expired', async () => {
    const here = await mandate(null);
    const everywhere = await mandate('2999-12-31', null);
    await mandate('2020-12-31');
    await mandate(null, 'BI');
    const [hiv, ...others] = await partners.countryMandates(workspaceId, 'MG');
    expect(others).toEqual([]);
    expect(new Set(hiv?.partners.map(({ id }) => id))).toEqual(new Set([here, everywhere]));
    const other = await buildWorkspace(db);
    expect(await partners.countryMandates(other.workspaceId, 'MG')).toEqual([]);
  });

  it('names twelve of a theme and counts the rest', async () => {
    for (let i = 0; i < 15; i++) await mandate(null);
    const [hiv] = await partners.countryMandates(workspaceId, 'MG');
    expect([hiv?.partners.length, hiv?.more]).toEqual([12, 3]);
  });
});
