import { eq, like } from 'drizzle-orm';
import type { Db } from '#db/db';
import { systemClock } from '#domain/clock';
import type { FactKind } from '#domain/commitments/kinds';
import type { ActivityRecord, FactRecord, ShareRecord } from '#domain/commitments/types';
import type { InstitutionId, MandateId, WorkspaceId } from '#domain/ids';
import { instruments, type MandateRole } from '#domain/partners/kinds';
import { themes } from '#domain/themes';
import { writeActivity } from '#server/features/commitments';
import { newId } from '#server/new-id';

const factsPerActivity = 20;
const activitiesPerPartner = 25;
const sectors = ['12110', '12220', '12230', '12263', '13020', '13040', '16010', '16012', '15111', '14030'];
const countries = ['MG', 'MG', 'MG', 'MG', 'MG', 'BI', 'ZM', 'KE', 'MW', 'KM'];
const currencies = ['USD', 'USD', 'EUR', 'MGA', 'XDR'];
const kinds: FactKind[] = ['pledged', 'committed', 'disbursed', 'disbursed', 'spent', 'budget'];

/**
 * Adds partners, activities and facts to the demo's workspace until it has so many facts, and gives how many it added.
 * The same every time.
 */
export async function fillRegistry(db: Db, facts: number): Promise<number> {
  const { workspaces, activities } = db.tables;
  const [workspace] = await db.read.select().from(workspaces).where(eq(workspaces.slug, 'mdg'));
  if (!workspace) throw new Error('The demo has no workspace mdg.');
  const first = await db.read.$count(activities, like(activities.identifier, 'XM-BENCH-%'));
  const last = facts / factsPerActivity;
  let partnerId = '' as InstitutionId;
  for (let index = first; index < last; ) {
    const batch = Math.min(activitiesPerPartner, last - index);
    await db.transaction(async (tx) => {
      if (index % activitiesPerPartner === 0) partnerId = await addPartner(db, tx, workspace.id, index);
      for (let i = 0; i < batch; i++) {
        await writeActivity(
          { db, tx, clock: systemClock },
          {
            workspaceId: workspace.id,
            partnerId,
            activity: activityOf(index + i),
            by: { accountId: null, institutionId: null },
            source: 'iati',
            sourceText: 'bench.xml',
          },
        );
      }
    });
    index += batch;
  }
  return (last - first) * factsPerActivity;
}

async function addPartner(
  db: Db,
  tx: Parameters<Parameters<Db['transaction']>[0]>[0],
  workspaceId: WorkspaceId,
  index: number,
): Promise<InstitutionId> {
  const { institutions, workspaceInstitutions, partnerProfiles, mandates } = db.tables;
  const id = newId<InstitutionId>();
  const number = index / activitiesPerPartner;
  const at = '2026-01-01T00:00:00.000Z';
  const name = `Partner ${pick(words, number)} ${number}`;
  await tx.insert(institutions).values({
    id,
    kind: pick(['agency', 'bank', 'fund', 'ngo'] as const, number),
    country: null,
    nameEn: name,
    nameFr: name,
    nameEs: name,
    acronym: `P${number}`,
    homeWorkspaceId: workspaceId,
    createdAt: at,
  });
  await tx.insert(workspaceInstitutions).values({ workspaceId, institutionId: id, joinedAt: at });
  await tx.insert(partnerProfiles).values({
    ...{ workspaceId, institutionId: id, about: name, website: '', createdAt: at },
    ...{ instruments: ['grant'], modalities: ['project'] },
  });
  for (let i = 0; i < 3; i++) {
    await tx.insert(mandates).values({
      ...{ id: newId<MandateId>(), workspaceId, institutionId: id, createdAt: at },
      theme: pick(themes, number + i * 5),
      country: pick(countries, number + i),
      region: null,
      instrument: pick(instruments, number + i),
      role: ((number % 4) + 1) as MandateRole,
      approach: 'Supports the national plan.',
      ...{ validFrom: '2020-01-01', validTo: null, evidenceUrl: '', lastReviewedOn: '2026-01-01' },
    });
  }
  return id;
}

function activityOf(index: number): ActivityRecord {
  const year = 2016 + (index % 11);
  const share = (kind: 'country' | 'sector', code: string, percentage: string): ShareRecord => ({
    ...{ kind, code, percentage, details: {} },
    vocabulary: kind === 'sector' ? '1' : '',
  });
  return {
    identifier: `XM-BENCH-${index}`,
    title: `${pick(words, index)} ${pick(words, index * 7 + 3)}, phase ${index}`,
    description: 'Extends social health protection to families without formal work.',
    status: pick(['1', '2', '2', '2', '3', '4'] as const, index),
    startsOn: `${year}-01-01`,
    endsOn: `${year + 3}-12-31`,
    currency: pick(currencies, index),
    instrument: pick(instruments, index),
    ...{ isOnPlan: true, isOnBudget: index % 2 === 0, isOnTreasury: null },
    shares: [
      share('country', pick(countries, index), '100'),
      share('sector', pick(sectors, index), '60'),
      share('sector', pick(sectors, index + 3), '40'),
    ],
    organisations: [],
    facts: Array.from({ length: factsPerActivity }, (_, i) => factOf(index, i, year)),
    details: {},
  };
}

function factOf(index: number, i: number, year: number): FactRecord {
  const kind = pick(kinds, i);
  const date = `${year + (i % 4)}-${String((i % 12) + 1).padStart(2, '0')}-15`;
  const amount = `${((index * 37 + i * 101) % 9_000_000) + 1000}.${String((index + i) % 100).padStart(2, '0')}`;
  const isPeriod = kind === 'budget';
  return {
    ...{ kind, amount, amountText: amount, currency: pick(currencies, index), valueDate: date },
    periodStart: isPeriod ? `${year + (i % 4)}-01-01` : date,
    periodEnd: isPeriod ? `${year + (i % 4)}-12-31` : date,
    ...{ providerId: null, receiverId: null, providerName: 'Fund', receiverName: 'Ministry' },
    ...{ certainty: null, instrument: null, isOnPlan: null, isOnBudget: null, isOnTreasury: null },
    ...{ isRevised: false, note: '', shares: [], details: {} },
  };
}

const words = [
  'Clinics',
  'Pooling',
  'Midwives',
  'Insurance',
  'Tuberculosis',
  'Reform',
  'Costing',
  'Coverage',
];

function pick<T>(from: readonly T[], index: number): T {
  return from[index % from.length] as T;
}
