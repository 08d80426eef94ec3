import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type {
  AccountId,
  BudgetEventId,
  CycleEventId,
  EnvelopeId,
  FocalPersonId,
  FundingCycleId,
  InstitutionId,
  MandateId,
  PartnerDocumentId,
  WorkspaceId,
} from '#domain/ids';
import { writeActivity } from '#server/features/commitments';
import { newId } from '#server/new-id';
import { buildActivity, buildFact, buildShare } from './activities';
import { makeTestClock } from './clock';

const at = '2026-01-05T08:00:00.000Z';

interface Where {
  workspaceId: WorkspaceId;
  institutionId: InstitutionId;
  accountId: AccountId;
  /** Begins every text, so that a leak shows. */
  word: string;
}

/** Writes one row of everything in the registry straight into the tables. */
export async function fillRegistry(db: Db, { workspaceId, institutionId, accountId, word }: Where) {
  const t = db.tables;
  const cycleId = newId<FundingCycleId>();
  const cycleEventId = newId<CycleEventId>();
  const own = { workspaceId, institutionId, createdAt: at, removedAt: null };
  const step = { precision: 'day', state: 'confirmed', source: word, checkedOn: null } as const;
  const person = { ...own, country: 'MG', position: '', phone: '', validFrom: null, validTo: null };
  const { activityId } = await db.transaction(async (tx) => {
    await tx.insert(t.partnerProfiles).values({
      workspaceId,
      institutionId,
      about: word,
      website: 'https://partner.example',
      instruments: ['grant'],
      modalities: ['project'],
      createdAt: at,
    });
    await tx.insert(t.partnerDocuments).values({
      ...own,
      id: newId<PartnerDocumentId>(),
      kind: 'strategy',
      title: word,
      url: 'https://partner.example/strategy',
      language: 'fr',
      publishedOn: '2025-06-01',
    });
    for (const hasConsented of [true, false]) {
      await tx.insert(t.focalPersons).values({
        ...person,
        id: newId<FocalPersonId>(),
        name: `${word} ${hasConsented ? 'open' : 'hidden'} person`,
        email: hasConsented ? 'open@partner.example' : 'hidden@partner.example',
        hasConsented,
      });
    }
    await tx.insert(t.mandates).values({
      ...own,
      id: newId<MandateId>(),
      theme: 'pooling',
      country: 'MG',
      region: null,
      instrument: 'grant',
      role: 1,
      approach: word,
      validFrom: null,
      validTo: null,
      evidenceUrl: '',
      lastReviewedOn: '2026-01-01',
    });
    await tx.insert(t.fundingCycles).values({
      ...own,
      id: cycleId,
      kind: 'allocation',
      name: `${word} GC8`,
      periodStart: '2026-01-01',
      periodEnd: '2028-12-31',
      fiscalStartMonth: 1,
      fiscalStartDay: 1,
      predecessorId: null,
      note: '',
      rule: null,
    });
    await tx.insert(t.cycleEvents).values({
      ...step,
      id: cycleEventId,
      workspaceId,
      cycleId,
      kind: 'window_opens',
      title: word,
      country: null,
      date: '2026-04-30',
      occurrence: null,
      isAdjusted: false,
      sequence: 1,
      createdAt: at,
      changedAt: at,
    });
    await tx.insert(t.cycleEventDates).values({
      ...step,
      eventId: cycleEventId,
      sequence: 0,
      date: '2026-03-23',
      reason: 'Postponed',
      accountId,
      institutionId,
      replacedAt: at,
    });
    await tx.insert(t.envelopes).values({
      ...own,
      id: newId<EnvelopeId>(),
      cycleId,
      kind: 'country',
      country: 'MG',
      region: null,
      theme: null,
      status: 'indicative',
      amount: '12500000.50',
      amountText: '12500000.50',
      currency: 'USD',
      valueDate: '2026-01-01',
      periodStart: '2026-01-01',
      periodEnd: '2028-12-31',
      source: 'hand',
      sourceText: word,
      importKey: null,
      details: {},
    });
    await tx.insert(t.budgetEvents).values({
      id: newId<BudgetEventId>(),
      workspaceId,
      country: 'MG',
      kind: 'circular',
      title: word,
      date: '2026-08-30',
      precision: 'month',
      state: 'indicative',
      source: '',
      isYearly: true,
      sequence: 0,
      createdAt: at,
      changedAt: at,
      removedAt: null,
    });
    const activity = buildActivity({
      title: `${word} activity`,
      organisations: [{ institutionId: null, role: '4', ref: null, name: '=cmd|calc', details: {} }],
      facts: [
        buildFact({
          kind: 'committed',
          amount: '-1250.25',
          currency: 'EUR',
          valueDate: '2026-02-01',
          periodStart: '2026-02-01',
          periodEnd: '2026-02-01',
          providerId: institutionId,
          receiverName: `=${word}`,
          certainty: 'firm',
          note: `${word}, "quoted"\nin two lines`,
          shares: [buildShare('theme', 'pooling')],
        }),
      ],
    });
    const by = { accountId, institutionId };
    const written = {
      workspaceId,
      partnerId: institutionId,
      activity,
      by,
      source: 'hand',
      sourceText: '',
    } as const;
    return writeActivity({ db, tx, clock: makeTestClock() }, written);
  });
  const [fact] = await db.read
    .select()
    .from(t.financialFacts)
    .where(eq(t.financialFacts.activityId, activityId));
  if (!fact) throw new Error('The activity has no fact.');
  return { activityId, factId: fact.id, cycleId };
}
