import type { ActivityFacet } from '../../domain/commitments/facets';
import type { ActivityStatus, Certainty, FactKind, ShareKind } from '../../domain/commitments/kinds';
import type { TotalGrain } from '../../domain/commitments/totals';
import type { ShareRecord } from '../../domain/commitments/types';
import type { ActivityId, FinancialFactId, IatiImportId, InstitutionId } from '../../domain/ids';
import type { Instrument } from '../../domain/partners/kinds';
import type { OriginSource } from '../../domain/provenance';
import type { Theme } from '../../domain/themes';
import type { Kit } from '../kit/sqlite';
import { type People, referencesTo } from './references';

/** Money from providers to countries: activities, their financial facts, and what those come to. */
export function commitmentsTables(kit: Kit, people: People) {
  const { workspaceRef, institutionRef, maybeInstitutionRef, maybeAccountRef } = referencesTo(kit, people);
  const origin = () => ({
    source: kit.choice<OriginSource>().notNull(),
    /** The file's name, or what the person wrote. */
    sourceText: kit.text().notNull(),
    setBy: maybeAccountRef(),
    setFor: maybeInstitutionRef(),
    setAt: kit.instant().notNull(),
  });

  const activities = kit.table(
    'activities',
    {
      id: kit.id<ActivityId>().primaryKey(),
      workspaceId: workspaceRef(),
      /** The partner whose record it is: it reports it. */
      partnerId: institutionRef(),
      /** IATI identifier; null for one entered by hand. */
      identifier: kit.text(),
      title: kit.text().notNull(),
      /** Title and identifier as they are searched: without accents or capitals. */
      searched: kit.text().notNull(),
      description: kit.text().notNull(),
      status: kit.choice<ActivityStatus>(),
      /** Actual where known, else planned. */
      startsOn: kit.date(),
      endsOn: kit.date(),
      /** Of facts that name none. */
      currency: kit.text(),
      instrument: kit.choice<Instrument>(),
      isOnPlan: kit.boolean(),
      isOnBudget: kit.boolean(),
      isOnTreasury: kit.boolean(),
      /** What else its source says (narratives in all languages, dates, contacts ...), for showing and for export. */
      details: kit.json<Record<string, unknown>>().notNull(),
      importId: kit.id<IatiImportId>(),
      /** Of the record as imported: the same again is unchanged. */
      importHash: kit.text(),
      ...origin(),
      createdAt: kit.instant().notNull(),
      removedAt: kit.instant(),
    },
    (t) => [
      kit.uniqueIndex('activities_identifier').on(t.workspaceId, t.identifier),
      kit.index('activities_partner').on(t.workspaceId, t.partnerId, t.searched),
      // One for each order of the list: a page of it, and how many there are, are read from the index alone.
      kit.index('activities_title').on(t.workspaceId, t.removedAt, t.searched, t.id),
      kit.index('activities_start').on(t.workspaceId, t.removedAt, t.startsOn, t.id),
      kit.index('activities_changed').on(t.workspaceId, t.removedAt, t.setAt, t.id),
    ],
  );

  const activityRef = () =>
    kit
      .id<ActivityId>()
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' });

  /**
   * What an activity is found by: each country, sector, theme, kind, year and so on that its counted facts have, and
   * each problem. Written with its parts, so that a list of 50,000 activities is filtered by an index alone.
   */
  const activityFacets = kit.table(
    'activity_facets',
    {
      workspaceId: workspaceRef(),
      facet: kit.choice<ActivityFacet>().notNull(),
      value: kit.text().notNull(),
      activityId: activityRef(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.workspaceId, t.facet, t.value, t.activityId] }),
      kit.index('activity_facets_activity').on(t.activityId),
    ],
  );

  /** Countries, regions, sectors and themes of an activity in percent. */
  const activityShares = kit.table(
    'activity_shares',
    {
      activityId: activityRef(),
      position: kit.integer().notNull(),
      kind: kit.choice<ShareKind>().notNull(),
      vocabulary: kit.text().notNull(),
      code: kit.text().notNull(),
      /** As published or entered; null where none was given. */
      percentage: kit.text(),
      details: kit.json<Record<string, unknown>>().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.activityId, t.position] })],
  );

  const activityOrganisations = kit.table(
    'activity_organisations',
    {
      activityId: activityRef(),
      position: kit.integer().notNull(),
      /** Null until someone has said which institution it is. */
      institutionId: maybeInstitutionRef(),
      /** IATI's OrganisationRole. */
      role: kit.text(),
      ref: kit.text(),
      name: kit.text().notNull(),
      details: kit.json<Record<string, unknown>>().notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.activityId, t.position] }),
      kit.index('activity_organisations_institution').on(t.institutionId),
    ],
  );

  const financialFacts = kit.table(
    'financial_facts',
    {
      id: kit.id<FinancialFactId>().primaryKey(),
      workspaceId: workspaceRef(),
      activityId: activityRef(),
      position: kit.integer().notNull(),
      kind: kit.choice<FactKind>().notNull(),
      /** Null where the published text is no decimal; `amountText` is what was published. May be negative. */
      amount: kit.decimal(),
      amountText: kit.text().notNull(),
      currency: kit.text(),
      valueDate: kit.date(),
      /** Both ends inclusive; a transaction has its date as both. */
      periodStart: kit.date(),
      periodEnd: kit.date(),
      providerId: maybeInstitutionRef(),
      receiverId: maybeInstitutionRef(),
      providerName: kit.text().notNull(),
      receiverName: kit.text().notNull(),
      certainty: kit.choice<Certainty>(),
      instrument: kit.choice<Instrument>(),
      isOnPlan: kit.boolean(),
      isOnBudget: kit.boolean(),
      isOnTreasury: kit.boolean(),
      /** Of a budget or plan: replaces the original of the same period. */
      isRevised: kit.boolean().notNull(),
      /** False for an original budget that a revision replaces: kept and shown, in no total. */
      isCounted: kit.boolean().notNull(),
      /** In dollars and in the workspace's currency, with the rate (of the year of the value date) and its source. */
      usd: kit.decimal(),
      usdRate: kit.decimal(),
      usdSource: kit.text().notNull(),
      local: kit.decimal(),
      localRate: kit.decimal(),
      localSource: kit.text().notNull(),
      note: kit.text().notNull(),
      /** Of this fact alone, in place of its activity's. */
      shares: kit.json<ShareRecord[]>().notNull(),
      details: kit.json<Record<string, unknown>>().notNull(),
      ...origin(),
    },
    (t) => [
      kit.index('financial_facts_activity').on(t.activityId, t.position),
      kit.index('financial_facts_workspace').on(t.workspaceId, t.id),
    ],
  );

  /**
   * Facts cut by country, sector, theme, calendar year and fiscal year: the rows that every total is made of. The
   * parts of a fact add up to it, in its currency, in dollars and in the workspace's currency. They are listed by kind
   * and year, and each index ends so, which spares the sorting.
   */
  const factParts = kit.table(
    'fact_parts',
    {
      factId: kit
        .id<FinancialFactId>()
        .notNull()
        .references(() => financialFacts.id, { onDelete: 'cascade' }),
      position: kit.integer().notNull(),
      workspaceId: workspaceRef(),
      activityId: activityRef(),
      partnerId: institutionRef(),
      kind: kit.choice<FactKind>().notNull(),
      /** '' where none is known. */
      country: kit.text().notNull(),
      sector: kit.text().notNull(),
      theme: kit.choice<Theme | ''>().notNull(),
      /** 0 where no date is known. */
      year: kit.integer().notNull(),
      /** First day of the country's fiscal year; null where no date is known. */
      fiscalYearStart: kit.date(),
      currency: kit.text().notNull(),
      amount: kit.decimal().notNull(),
      /** Null: not converted. */
      usd: kit.decimal(),
      local: kit.decimal(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.factId, t.position] }),
      kit.index('fact_parts_activity').on(t.activityId),
      kit.index('fact_parts_all').on(t.workspaceId, t.kind, t.year, t.factId, t.position),
      kit.index('fact_parts_partner').on(t.workspaceId, t.partnerId, t.kind, t.year, t.factId, t.position),
      kit.index('fact_parts_country').on(t.workspaceId, t.country, t.kind, t.year, t.factId, t.position),
    ],
  );

  /**
   * The parts added up, written in the transaction that writes them, so that a page reads few rows. A row without
   * parts is what was taken back: it counts for nothing.
   */
  const commitmentTotals = kit.table(
    'commitment_totals',
    {
      workspaceId: workspaceRef(),
      /** The columns that a row is by; the others are ''. */
      grain: kit.choice<TotalGrain>().notNull(),
      country: kit.text().notNull(),
      kind: kit.choice<FactKind>().notNull(),
      /** 0 where no date is known, `allYears` (-1) where they are added up. */
      year: kit.integer().notNull(),
      fiscalYearStart: kit.text().notNull(),
      partnerId: kit.text().$type<InstitutionId | ''>().notNull(),
      theme: kit.choice<Theme | ''>().notNull(),
      currency: kit.text().notNull(),
      amount: kit.decimal().notNull(),
      usd: kit.decimal().notNull(),
      local: kit.decimal().notNull(),
      parts: kit.integer().notNull(),
      /** How many of the parts have no dollars, and none of the workspace's currency. */
      withoutUsd: kit.integer().notNull(),
      withoutLocal: kit.integer().notNull(),
    },
    (t) => [
      kit.primaryKey({
        columns: [
          t.workspaceId,
          t.grain,
          t.country,
          t.kind,
          t.year,
          t.fiscalYearStart,
          t.partnerId,
          t.theme,
          t.currency,
        ],
      }),
      kit
        .index('commitment_totals_partner')
        .on(t.workspaceId, t.grain, t.partnerId, t.year, t.kind, t.country),
    ],
  );

  return {
    activities,
    activityFacets,
    activityShares,
    activityOrganisations,
    financialFacts,
    factParts,
    commitmentTotals,
  };
}
