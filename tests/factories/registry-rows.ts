import type { Db } from '#db/db';
import type {
  AccountId,
  ActivityId,
  BudgetEventId,
  CycleEventId,
  EnvelopeId,
  FinancialFactId,
  FocalPersonId,
  FundingCycleId,
  InstitutionId,
  MandateId,
  PartnerDocumentId,
  WorkspaceId,
} from '#domain/ids';
import { newId } from '#server/new-id';

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
  const activityId = newId<ActivityId>();
  const factId = newId<FinancialFactId>();
  const own = { workspaceId, institutionId, createdAt: at, removedAt: null };
  const origin = {
    source: 'hand',
    sourceText: '',
    setBy: accountId,
    setFor: institutionId,
    setAt: at,
  } as const;
  const step = { precision: 'day', state: 'confirmed', source: word, checkedOn: null } as const;
  const person = { ...own, country: 'MG', position: '', phone: '', validFrom: null, validTo: null };
  const aligned = { isOnPlan: true, isOnBudget: null, isOnTreasury: false };
  await db.transaction(async (tx) => {
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
    await tx.insert(t.activities).values({
      ...origin,
      ...aligned,
      id: activityId,
      workspaceId,
      partnerId: institutionId,
      identifier: null,
      title: `${word} activity`,
      description: '',
      status: '2',
      startsOn: '2026-01-01',
      endsOn: null,
      currency: 'EUR',
      instrument: 'grant',
      details: {},
      importId: null,
      importHash: null,
      createdAt: at,
      removedAt: null,
    });
    await tx.insert(t.activityShares).values({
      activityId,
      position: 0,
      kind: 'country',
      vocabulary: '',
      code: 'MG',
      percentage: '100',
      details: {},
    });
    await tx.insert(t.activityOrganisations).values({
      activityId,
      position: 0,
      institutionId: null,
      role: '4',
      ref: null,
      name: '=cmd|calc',
      details: {},
    });
    await tx.insert(t.financialFacts).values({
      ...origin,
      ...aligned,
      id: factId,
      workspaceId,
      activityId,
      position: 0,
      kind: 'committed',
      amount: '-1250.25',
      amountText: '-1250.25',
      currency: 'EUR',
      valueDate: '2026-02-01',
      periodStart: '2026-02-01',
      periodEnd: '2026-02-01',
      providerId: institutionId,
      receiverId: null,
      providerName: '',
      receiverName: `=${word}`,
      certainty: 'firm',
      instrument: null,
      isCounted: true,
      note: `${word}, "quoted"\nin two lines`,
      details: {},
    });
    const part = { country: 'MG', theme: 'pooling', kind: 'committed', year: 2026, currency: 'EUR' } as const;
    await tx.insert(t.factParts).values({
      ...part,
      factId,
      position: 0,
      workspaceId,
      activityId,
      partnerId: institutionId,
      sector: '',
      fiscalYearStart: '2026-01-01',
      amount: '-1250.25',
      usd: null,
    });
    for (const grain of ['country', 'partner', 'partner_theme'] as const) {
      await tx.insert(t.commitmentTotals).values({
        ...part,
        workspaceId,
        grain,
        partnerId: grain === 'country' ? '' : institutionId,
        theme: grain === 'partner_theme' ? 'pooling' : '',
        fiscalYearStart: '2026-01-01',
        amount: '-1250.25',
        usd: '0',
        parts: 1,
        notConverted: 1,
      });
    }
  });
  return { activityId, factId, cycleId };
}

/** Rates are the instance's own; one for each year asked for. */
export async function fillRates(db: Db, years: readonly number[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const year of years) {
      await tx.insert(db.tables.exchangeRates).values({
        currency: 'EUR',
        year,
        area: 'U2',
        perUsd: '0.92',
        source: 'IMF',
        setBy: null,
        setAt: at,
      });
    }
  });
}
