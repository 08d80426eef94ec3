import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/db';
import type { Tables } from '#db/tables';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { ProposalId, WorkspaceId } from '#domain/ids';
import { conflictsOf, differencesOf, type Fields, pick } from '#domain/partners/differences';
import type { ProposalState, ProposalSubject } from '#domain/partners/kinds';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import type { RecordEvent } from '../events';
import type { ToPartner } from './commands';
import { type OnPartner, partnerSubject } from './partner-subject';
import { parts } from './parts';
import { impersonal, mayShowPerson } from './persons';
import { authorOf, type Dependencies } from './types';
import { deletePart, insertPart, type PartWrite, updatePart } from './write-part';

export interface WantedChange {
  subject: ProposalSubject;
  /** Null to add one; the institution's for the profile. */
  subjectId: string | null;
  /** Null to remove it. */
  facts: Fields | null;
  /** What the form showed. */
  seen?: Fields;
}

interface OnProposal {
  actor: Actor;
  workspaceId: WorkspaceId;
  proposalId: ProposalId;
}

type ProposalRow = Tables['changeProposals']['$inferSelect'];
const reasonLength = 2000;

export function proposalCommands({ db, clock, events }: Dependencies) {
  const { changeProposals } = db.tables;

  /** Keeps what a convenor would have changed for the partner to answer. Throws `invalid_input` without a reason or a difference. */
  async function propose({
    actor,
    workspaceId,
    institutionId,
    change,
    reason,
  }: ToPartner & { change: WantedChange; reason: string }): Promise<{ proposalId: ProposalId }> {
    authorise(actor, 'registry.see', { workspaceId });
    const on = { workspaceId, institutionId };
    const by = authorOf(actor);
    return events.commit(by, async (tx, record) => {
      authorise(actor, 'partner.propose', await partnerSubject(db, tx, on));
      const { changes, before } = await differences(tx, on, change);
      const proposalId = newId<ProposalId>();
      const { subject, subjectId, facts } = change;
      await tx.insert(changeProposals).values({
        ...on,
        id: proposalId,
        subject,
        subjectId,
        isRemoval: facts === null,
        changes,
        before,
        reason: textOf(reason, 'reason'),
        proposedBy: actor.accountId,
        proposedFor: by.institutionId ?? institutionId,
        proposedAt: instant(clock),
        state: 'open',
        answer: '',
      });
      await tell(record, 'made', { ...on, id: proposalId, subject });
      return { proposalId };
    });
  }

  /** Writes what was proposed in the partner's name. `seen`: the values that stood beside it when it was accepted. */
  async function acceptProposal({
    seen,
    answer = '',
    ...on
  }: OnProposal & { seen?: Fields; answer?: string }): Promise<void> {
    await answerProposal(on, 'accepted', answer, async (writing, row) => {
      const { subject, subjectId, isRemoval, changes: wanted } = row;
      if (subjectId === null) return insertPart(writing, subject, wanted);
      const current = await parts[subject].read({ db, reader: writing.tx }, writing.on, subjectId);
      if (!current) throw new DomainError({ code: 'stale' });
      if (isRemoval) await deletePart(writing, subject, subjectId);
      else await updatePart(writing, subject, { id: subjectId, wanted, seen: seen ?? row.before });
      return subjectId;
    });
  }

  /** Throws `invalid_input` without a reason: whoever proposed is owed one. */
  async function rejectProposal({ reason, ...on }: OnProposal & { reason: string }): Promise<void> {
    await answerProposal(on, 'rejected', textOf(reason, 'answer'), async (_, row) => row.subjectId);
  }

  /** The convenors take back what they proposed. */
  async function withdrawProposal({ actor, workspaceId, proposalId }: OnProposal): Promise<void> {
    authorise(actor, 'registry.see', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const row = await findOpen(tx, { workspaceId, proposalId });
      authorise(actor, 'proposal.withdraw', row);
      await close(tx, { row, actor, state: 'withdrawn' });
      await tell(record, 'withdrawn', row);
    });
  }

  async function answerProposal(
    { actor, workspaceId, proposalId }: OnProposal,
    state: ProposalState,
    answer: string,
    /** Gives the id of what it is about. */
    apply: (writing: PartWrite, row: ProposalRow) => Promise<string | null>,
  ): Promise<void> {
    authorise(actor, 'registry.see', { workspaceId });
    const by = authorOf(actor);
    await events.commit(by, async (tx, record) => {
      const row = await findOpen(tx, { workspaceId, proposalId });
      const on = { workspaceId, institutionId: row.institutionId };
      authorise(actor, 'partner.edit', await partnerSubject(db, tx, on));
      const source = { source: 'proposal', sourceText: proposalId } as const;
      const subjectId = await apply({ db, tx, clock, record, on, by, ...source }, row);
      await close(tx, { row: { ...row, subjectId }, actor, state, answer: answer.trim() });
      await tell(record, state, row);
    });
  }

  async function differences(tx: Tx, on: OnPartner, change: WantedChange) {
    const { subject, subjectId, facts, seen } = change;
    const part = parts[subject];
    if (subjectId === null) {
      if (!facts) throw new DomainError({ code: 'invalid_input' });
      return { changes: part.parse(facts), before: {} };
    }
    const current = await part.read({ db, reader: tx }, on, subjectId);
    // A convenor proposes about what they see; of a person who is not shown, that there is one.
    if (!current || (facts && subject === 'focal_person' && !mayShowPerson(current)))
      throw new DomainError({ code: 'not_found' });
    if (!facts) return { changes: {}, before: shareable(subject, current) };
    const known = { ...current, ...seen };
    const changes = differencesOf(known, part.parse({ ...current, ...facts }));
    const fields = conflictsOf({ seen: known, wanted: changes, current });
    if (fields.length > 0) throw new DomainError({ code: 'stale', details: { fields } });
    if (Object.keys(changes).length === 0)
      throw new DomainError({ code: 'invalid_input', details: { problem: 'nothingChanged' } });
    return { changes, before: pick(current, Object.keys(changes)) };
  }

  /** Throws `not_found` for one of another workspace, `stale` for one that was answered already. */
  async function findOpen(tx: Tx, { workspaceId, proposalId }: Omit<OnProposal, 'actor'>) {
    const [row] = await tx
      .select()
      .from(changeProposals)
      .where(and(eq(changeProposals.id, proposalId), eq(changeProposals.workspaceId, workspaceId)));
    if (!row) throw new DomainError({ code: 'not_found' });
    if (row.state !== 'open') throw new DomainError({ code: 'stale' });
    return row;
  }

  /** Of a person only the function stays in what was answered: the record says who it is, as long as it does. */
  async function close(
    tx: Tx,
    {
      row,
      actor,
      state,
      answer = '',
    }: { row: ProposalRow; actor: Actor; state: ProposalState; answer?: string },
  ): Promise<void> {
    const { id, subject, subjectId, changes, before } = row;
    const kept = { changes: shareable(subject, changes), before: shareable(subject, before) };
    const answered = { state, answer, answeredBy: actor.accountId, answeredAt: instant(clock) };
    await tx
      .update(changeProposals)
      .set({ ...kept, ...answered, subjectId })
      .where(eq(changeProposals.id, id));
  }

  return { propose, acceptProposal, rejectProposal, withdrawProposal };
}

function shareable(subject: ProposalSubject, fields: Fields): Fields {
  return subject === 'focal_person' ? impersonal(fields) : fields;
}

function textOf(text: string, field: 'reason' | 'answer'): string {
  const trimmed = text.trim();
  if (trimmed !== '' && trimmed.length <= reasonLength) return trimmed;
  throw new DomainError({ code: 'invalid_input', details: { field } });
}

async function tell(
  record: RecordEvent,
  verb: string,
  { workspaceId, institutionId, id, subject }: Pick<ProposalRow, 'id' | 'subject'> & OnPartner,
): Promise<void> {
  await record({
    workspaceId,
    kind: `proposal.${verb}`,
    subjectType: 'proposal',
    subjectId: id,
    after: { institutionId, subject },
  });
}
