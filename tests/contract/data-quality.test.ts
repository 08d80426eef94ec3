import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ActivityRecord } from '#domain/commitments/types';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { writeActivity } from '#server/features/commitments';
import { makeDataQuality } from '#server/features/data-quality';
import { ensurePartner } from '#server/features/partners';
import { buildActivity, buildFact, buildShare } from '#tests/factories/activities';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestWorkspaces } from '#tests/factories/workspace-services';
import { type BuiltMember, buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('data quality on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestWorkspaces>;
  let quality: ReturnType<typeof makeDataQuality>;
  let workspaceId: WorkspaceId;
  let institutionId: InstitutionId;
  let convenor: BuiltMember;
  let focalPoint: BuiltMember;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestWorkspaces(db);
    const { clock, events, workspaces } = house;
    quality = makeDataQuality({ db, clock, events, workspaces });
    ({ workspaceId, convenor } = await buildWorkspace(db));
    institutionId = await buildInstitution(db, { workspaceId, name: 'Global Fund' });
    focalPoint = await buildMember(db, { workspaceId, institutionId, role: 'contributor' });
    await events.commit({ accountId: null, institutionId: null }, (tx, record) =>
      ensurePartner({ db, tx, clock, record }, { workspaceId, institutionId }),
    );
  });
  afterEach(() => db.close());

  function write(activity: ActivityRecord) {
    return db.transaction((tx) =>
      writeActivity(
        { db, tx, clock: house.clock },
        {
          ...{ workspaceId, partnerId: institutionId, activity },
          by: { accountId: null, institutionId: null },
          ...{ source: 'hand', sourceText: '' },
        },
      ),
    );
  }

  async function failing(): Promise<Record<string, number>> {
    const measured = await quality.measurePartner({ actor: convenor.actor, workspaceId, institutionId });
    return Object.fromEntries(measured.map(({ measure, fails }) => [measure, fails]));
  }

  it('counts what to look at, and each number opens to its records', async () => {
    const shares = [buildShare('country', 'MG', '100'), buildShare('sector', '12110', '70')];
    await write(
      buildActivity({
        title: 'Clinics',
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        shares,
        facts: [buildFact()],
      }),
    );
    await write(buildActivity({ title: 'Nowhere', startsOn: null, shares: [], facts: [] }));
    expect(await failing()).toMatchObject({ percentages: 1, no_country: 1, no_sector: 1, activity_dates: 1 });
    const place = { actor: convenor.actor, workspaceId, institutionId, page: 1, size: 10 };
    const titles = async (measure: 'percentages' | 'no_country') =>
      (await quality.listFailing({ ...place, measure })).rows.map(({ title }) => title);
    expect(await titles('percentages')).toEqual(['Clinics']);
    expect(await titles('no_country')).toEqual(['Nowhere']);
  });

  it('looks at every record of a partner that has many', async () => {
    for (let i = 0; i < 205; i++) await write(buildActivity({ title: `A${i}`, shares: [], facts: [] }));
    expect(await failing()).toMatchObject({ no_country: 205 });
    const last = await quality.listFailing({
      ...{ actor: convenor.actor, workspaceId, institutionId },
      ...{ measure: 'no_country', page: 3, size: 100 },
    });
    expect([last.total, last.rows.length]).toEqual([205, 5]);
  });

  it('is answered by the partner alone, and what was said before stays', async () => {
    const place = { workspaceId, institutionId, measure: 'no_country' } as const;
    const refused = quality.answerMeasure({ ...place, actor: convenor.actor, text: 'Fixed soon' });
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    await quality.answerMeasure({ ...place, actor: focalPoint.actor, text: ' Regional money ' });
    house.clock.advance(1_000);
    await quality.answerMeasure({ ...place, actor: focalPoint.actor, text: 'Now by country' });
    const empty = quality.answerMeasure({ ...place, actor: focalPoint.actor, text: '  ' });
    await expect(empty).rejects.toMatchObject({ code: 'invalid_input' });
    const measured = await quality.measurePartner({ actor: convenor.actor, workspaceId, institutionId });
    const { answers } = measured.find(({ measure }) => measure === 'no_country') ?? { answers: [] };
    expect(answers.map(({ text }) => text)).toEqual(['Now by country', 'Regional money']);
    expect(house.recorded.at(-1)).toMatchObject({ kind: 'partner.qualityAnswered', workspaceId });
  });

  it('of another workspace is not there', async () => {
    const other = await buildWorkspace(db);
    const asked = { actor: other.convenor.actor, workspaceId, institutionId };
    await expect(quality.measurePartner(asked)).rejects.toMatchObject({ code: 'not_found' });
    const here = { ...asked, workspaceId: other.workspaceId };
    await expect(quality.measurePartner(here)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      quality.listFailing({ ...here, measure: 'no_country', page: 1, size: 5 }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
