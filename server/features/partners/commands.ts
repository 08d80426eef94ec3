import { eq } from 'drizzle-orm';
import { DomainError } from '#domain/errors';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { Fields } from '#domain/partners/differences';
import type { FactsOf } from '#domain/partners/facts';
import type { ProposalSubject } from '#domain/partners/kinds';
import { authorise } from '#domain/policy';
import type { OriginSource } from '#domain/provenance';
import type { Actor } from '#domain/workspaces/actor';
import {
  type InstitutionFacts,
  type InstitutionIdentifier,
  insertInstitution,
  replaceIdentifiers,
} from '../institutions';
import { ensurePartner } from './ensure-partner';
import { forgetPartner } from './forget-partner';
import { partnerSubject } from './partner-subject';
import { authorOf, type Dependencies } from './types';
import { deletePart, insertPart, type PartWrite, updatePart } from './write-part';

export interface ToPartner {
  actor: Actor;
  workspaceId: WorkspaceId;
  institutionId: InstitutionId;
  /** By hand unless it came otherwise; `sourceText` says from what. */
  source?: OriginSource;
  sourceText?: string;
}

/** A part that a partner may have several of. */
export type ListedPart = Exclude<ProposalSubject, 'profile'>;

export function partnerCommands({ db, clock, events }: Dependencies) {
  /** Lists an institution as partner; again is no error. Convenors add any, members their own institution. */
  async function addPartner({ actor, workspaceId, institutionId }: ToPartner): Promise<void> {
    authorise(actor, 'partner.add', { workspaceId, institutionId });
    await events.commit(authorOf(actor), (tx, record) =>
      ensurePartner({ db, tx, clock, record }, { workspaceId, institutionId }),
    );
  }

  /** Enters an institution that nobody knows yet and lists it as partner. */
  async function addNewPartner({
    actor,
    workspaceId,
    facts,
  }: Omit<ToPartner, 'institutionId'> & { facts: InstitutionFacts }): Promise<{
    institutionId: InstitutionId;
  }> {
    authorise(actor, 'partner.add', { workspaceId, institutionId: null });
    return events.commit(authorOf(actor), async (tx, record) => {
      const context = { db, tx, clock, record };
      const institutionId = await insertInstitution(context, { facts, homeWorkspaceId: workspaceId });
      await ensurePartner(context, { workspaceId, institutionId });
      return { institutionId };
    });
  }

  /** Takes a partner off the list. Throws `partner_has_record` where anything is written about it. */
  async function unlistPartner({ actor, workspaceId, institutionId }: ToPartner): Promise<void> {
    authorise(actor, 'partner.unlist', { workspaceId });
    await events.commit(authorOf(actor), (tx, record) =>
      forgetPartner({ db, tx, record }, { workspaceId, institutionId }),
    );
  }

  async function addPart<S extends ListedPart>({
    subject,
    facts,
    ...to
  }: ToPartner & { subject: S; facts: FactsOf<S> }): Promise<{ id: string }> {
    return write(to, async (writing) => ({ id: await insertPart(writing, subject, facts) }));
  }

  /**
   * Changes what stands differently in `facts`. With `seen`, what the person had before them, only what they changed
   * is written, and `stale` is thrown where another changed the same since.
   */
  async function editPart<S extends ProposalSubject>({
    subject,
    id,
    facts,
    seen,
    ...to
  }: ToPartner & { subject: S; id: string; facts: Partial<FactsOf<S>>; seen?: Fields }): Promise<void> {
    await write(to, (writing) => updatePart(writing, subject, { id, wanted: facts, seen }));
  }

  async function removePart({
    subject,
    id,
    ...to
  }: ToPartner & { subject: ListedPart; id: string }): Promise<void> {
    await write(to, (writing) => deletePart(writing, subject, id));
  }

  /**
   * Sets the identifiers, which hold in every workspace; a partner's members may where their workspace entered the
   * institution, as decision 005 has it.
   */
  async function setIdentifiers({
    identifiers,
    ...to
  }: ToPartner & { identifiers: InstitutionIdentifier[] }): Promise<void> {
    const { workspaceId, institutionId } = to;
    await write(to, async ({ tx, record }) => {
      const { institutions } = db.tables;
      const [row] = await tx.select().from(institutions).where(eq(institutions.id, institutionId));
      if (row?.homeWorkspaceId !== workspaceId) throw new DomainError({ code: 'forbidden' });
      await replaceIdentifiers({ db, tx }, institutionId, identifiers);
      await record({
        workspaceId,
        kind: 'institution.edited',
        subjectType: 'institution',
        subjectId: institutionId,
        after: { identifiers },
      });
    });
  }

  /** Every write to a record passes here: who keeps it is asked within the transaction that writes. */
  async function write<T>(
    { actor, workspaceId, institutionId, source = 'hand', sourceText }: ToPartner,
    work: (writing: PartWrite) => Promise<T>,
  ): Promise<T> {
    authorise(actor, 'registry.see', { workspaceId });
    const on = { workspaceId, institutionId };
    const by = authorOf(actor);
    return events.commit(by, async (tx, record) => {
      authorise(actor, 'partner.edit', await partnerSubject(db, tx, on));
      return work({ db, tx, clock, record, on, by, source, sourceText });
    });
  }

  return { addPartner, addNewPartner, unlistPartner, addPart, editPart, removePart, setIdentifiers };
}
