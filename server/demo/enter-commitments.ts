import { demoRates } from '#db/seed/exchange-rates';
import type { DemoActivity, DemoWorkspace } from '#db/seed/types';
import { blankFact } from '#domain/commitments/blank-fact';
import type { ActivityRecord, FactRecord, ShareRecord } from '#domain/commitments/types';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import type { Context, Institutions } from './context';

interface Entering {
  workspace: DemoWorkspace;
  workspaceId: WorkspaceId;
  institutions: Institutions;
  convenor: Actor;
  /** Everyone who can act in the workspace. */
  actors: Actor[];
}

/** Enters each partner's money as who keeps its record: its own people, or the convenor where it has none. */
export async function enterCommitments({ services }: Context, entering: Entering): Promise<void> {
  const { workspace, workspaceId, institutions, convenor, actors } = entering;
  const listed = new Set(workspace.partners.map(({ acronym }) => acronym));
  for (const demo of workspace.commitments) {
    const institutionId = institutions.get(demo.acronym);
    if (!institutionId) throw new Error(`${demo.acronym} is not among the institutions of the demo.`);
    if (!listed.has(demo.acronym))
      await services.partners.addPartner({ actor: convenor, workspaceId, institutionId });
    listed.add(demo.acronym);
    const keeper = actors.find((actor) => keeps(actor, institutionId)) ?? convenor;
    const activity = activityOf(demo);
    await services.commitments.enterActivity({
      actor: keeper,
      workspaceId,
      partnerId: institutionId,
      activity,
    });
  }
}

function keeps({ membership }: Actor, institutionId: InstitutionId): boolean {
  return membership?.institutionId === institutionId && membership.role !== 'observer';
}

/** Rates by which the demo converts, as an administrator imports them. Some currencies and years have none. */
export async function enterRates({ services }: Context, admin: Actor): Promise<void> {
  const lines = demoRates.flatMap(({ currency, area, perUsd }) =>
    Object.entries(perUsd).map(([year, rate]) => [`${year}-12-31`, rate, currency, 'A', 'Demo', area]),
  );
  const head = ['Date', 'Rate', 'Currency', 'Frequency', 'Source', 'Country code'];
  const bytes = new TextEncoder().encode([head, ...lines].map((cells) => cells.join(',')).join('\n'));
  await services.exchangeRates.uploadRates({ actor: admin, fileName: 'demo.csv', bytes });
  const preview = await services.exchangeRates.previewRates(admin);
  await services.exchangeRates.confirmRates({ actor: admin, id: preview?.id ?? '' });
}

function activityOf({ acronym: _acronym, countries, sectors, facts, ...demo }: DemoActivity): ActivityRecord {
  return {
    identifier: null,
    description: '',
    isOnPlan: null,
    isOnBudget: null,
    isOnTreasury: null,
    currency: null,
    organisations: [],
    details: {},
    ...demo,
    shares: [...countries.map(shareOf('country')), ...sectors.map(shareOf('sector'))],
    facts: facts.map(factOf),
  };
}

function shareOf(kind: ShareRecord['kind']) {
  return (text: string): ShareRecord => {
    const [code = '', percentage = null] = text.split(' ');
    return { kind, vocabulary: '', code, percentage, details: {} };
  };
}

function factOf([kind, amount, currency, start, end, more]: DemoActivity['facts'][number]): FactRecord {
  return {
    ...blankFact,
    kind,
    amount,
    amountText: amount,
    currency,
    valueDate: start,
    periodStart: start,
    periodEnd: end ?? start,
    ...more,
  };
}
