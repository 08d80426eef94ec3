import type { Db } from '#db/db';
import { systemClock } from '#domain/clock';
import type { WorkspaceId } from '#domain/ids';
import { ensurePartner } from '#server/features/partners';
import type { Services } from '#server/services';
import { budgetFacts, cycleFacts, envelopeFacts, eventFacts } from './funding-cycles';
import type { BuiltMember } from './workspaces';

/** A cycle of the keeper's institution with a date and an envelope, a step of the budget, and the keeper's feed. */
export async function fillCycle(
  { db, services }: { db: Db; services: Services },
  {
    slug,
    workspaceId,
    convenor,
    keeper,
  }: { slug: string; workspaceId: WorkspaceId; convenor: BuiltMember; keeper: BuiltMember },
) {
  const { fundingCycles, calendarFeeds, events } = services;
  const { actor, institutionId } = keeper;
  await events.commit(convenor, (tx, record) =>
    ensurePartner({ db, tx, clock: systemClock, record }, { workspaceId, institutionId }),
  );
  const facts = { ...cycleFacts, name: `${slug} cycle` };
  const { cycleId } = await fundingCycles.createCycle({ actor, workspaceId, institutionId, facts });
  const on = { actor, workspaceId, cycleId };
  const title = `${slug} window`;
  const { eventId } = await fundingCycles.addEvent({ ...on, facts: { ...eventFacts, title } });
  const { envelopeId } = await fundingCycles.addEnvelope({
    ...on,
    facts: { ...envelopeFacts, sourceText: `${slug} letter` },
  });
  const budget = await fundingCycles.addBudgetEvent({
    actor: convenor.actor,
    workspaceId,
    facts: { ...budgetFacts, title: `${slug} step` },
  });
  const feed = { actor, workspaceId, country: null, reminderDays: 14 };
  const { token } = await calendarFeeds.createFeed(feed);
  return { cycleId, cycleEventId: eventId, envelopeId, budgetEventId: budget.eventId, feedToken: token };
}
