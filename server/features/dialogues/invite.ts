import { and, eq, inArray } from 'drizzle-orm';
import { type DialogueGroup, usualGroup } from '#domain/dialogues/groups';
import type { DelegateRole } from '#domain/dialogues/kinds';
import { DomainError } from '#domain/errors';
import type { DelegateId, InstitutionId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import { assertText, textLength } from './assert-facts';
import { delegationOf } from './delegation';
import type { InDialogue, OpenedDialogue } from './in-dialogue';
import type { Asked, Dependencies } from './types';

export function invitationCommands({ db }: Dependencies, inDialogue: InDialogue) {
  const { dialogueInvitations, dialogueDelegates, dialogueLetters } = db.tables;
  const { institutions, workspaceInstitutions, workspaces } = db.tables;
  const { giveAnswer, nameDelegate, unnameDelegate } = delegationOf(db);

  /** Invites institutions of the workspace, each in its usual group; those already invited stay as they are. */
  async function inviteInstitutions({
    institutionIds,
    ...asked
  }: Asked & { institutionIds: InstitutionId[] }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    await inDialogue(asked, async ({ tx, invited, tell }) => {
      const fresh = institutionIds.filter((id) => !invited.has(id));
      if (fresh.length === 0) return;
      const known = await tx
        .select({
          id: institutions.id,
          kind: institutions.kind,
          country: institutions.country,
          home: workspaces.country,
        })
        .from(institutions)
        .innerJoin(workspaceInstitutions, eq(workspaceInstitutions.institutionId, institutions.id))
        .innerJoin(workspaces, eq(workspaces.id, workspaceInstitutions.workspaceId))
        .where(
          and(eq(workspaceInstitutions.workspaceId, asked.workspaceId), inArray(institutions.id, fresh)),
        );
      if (known.length < new Set(fresh).size) throw new DomainError({ code: 'not_found' });
      for (const { id: institutionId, kind, country, home } of known) {
        const group = usualGroup({ kind, isOfCountry: country !== null && country === home });
        const row = { dialogueId: asked.dialogueId, institutionId, group };
        await tx.insert(dialogueInvitations).values(row);
        await tell('invited', { institutionId, group: row.group });
      }
    });
  }

  async function setGroup({
    institutionId,
    group,
    ...asked
  }: Asked & { institutionId: InstitutionId; group: DialogueGroup }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    await inDialogue(asked, async ({ tx, invited, tell }) => {
      if (!invited.has(institutionId)) throw new DomainError({ code: 'not_found' });
      await tx.update(dialogueInvitations).set({ group }).where(ofInstitution(asked, institutionId));
      await tell('grouped', { institutionId, group });
    });
  }

  /** Takes an invitation back, with its letters; once the dialogue has begun, who was invited was invited. */
  async function uninvite({
    institutionId,
    ...asked
  }: Asked & { institutionId: InstitutionId }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    await inDialogue(asked, async ({ tx, dialogue, invited, tell }) => {
      if (!invited.has(institutionId)) return;
      if (dialogue.startedAt) throw new DomainError({ code: 'dialogue_begun' });
      await tx.delete(dialogueInvitations).where(ofInstitution(asked, institutionId));
      await tx
        .delete(dialogueDelegates)
        .where(
          and(
            eq(dialogueDelegates.dialogueId, asked.dialogueId),
            eq(dialogueDelegates.institutionId, institutionId),
          ),
        );
      await tx
        .delete(dialogueLetters)
        .where(
          and(
            eq(dialogueLetters.dialogueId, asked.dialogueId),
            eq(dialogueLetters.institutionId, institutionId),
          ),
        );
      await tell('uninvited', { institutionId });
    });
  }

  /** The institution for which the actor acts accepts or declines; it may change its mind until the dialogue has ended. */
  async function answerInvitation({
    institutionId,
    answer,
    answerId,
    ...asked
  }: Asked & {
    institutionId: InstitutionId;
    answer: 'accepted' | 'declined';
    answerId?: string;
  }): Promise<void> {
    await inDialogue(asked, async (opened) => {
      authoriseDelegation(opened, { ...asked, institutionId });
      const { accountId } = asked.actor;
      await giveAnswer(opened, { institutionId, answer, answerId, accountId });
    });
  }

  /** The convenor records what an institution let know otherwise; what it answers itself later takes its place. */
  async function recordAnswer({
    institutionId,
    answer,
    basis,
    ...asked
  }: Asked & {
    institutionId: InstitutionId;
    answer: 'accepted' | 'declined';
    basis: string;
  }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    const said = assertText(basis, 'basis', textLength.line);
    await inDialogue(asked, async (opened) => {
      if (!opened.invited.has(institutionId)) throw new DomainError({ code: 'not_found' });
      const { accountId } = asked.actor;
      await giveAnswer(opened, { institutionId, answer, accountId, basis: said });
    });
  }

  async function addDelegate({
    institutionId,
    delegate,
    ...asked
  }: Asked & {
    institutionId: InstitutionId;
    delegate: { id: DelegateId; name: string; role: DelegateRole };
  }): Promise<void> {
    await inDialogue(asked, async (opened) => {
      authoriseDelegation(opened, { ...asked, institutionId });
      await nameDelegate(opened, { institutionId, delegate });
    });
  }

  async function removeDelegate({
    institutionId,
    delegateId,
    ...asked
  }: Asked & { institutionId: InstitutionId; delegateId: DelegateId }): Promise<void> {
    await inDialogue(asked, async (opened) => {
      authoriseDelegation(opened, { ...asked, institutionId });
      await unnameDelegate(opened, { institutionId, delegateId });
    });
  }

  /** After the end a convenor alone puts right who was there: what a delegation says then comes too late. */
  function authoriseDelegation(
    { dialogue, invited }: OpenedDialogue,
    { actor, workspaceId, institutionId }: Asked & { institutionId: InstitutionId },
  ): void {
    authorise(actor, 'delegation.edit', { workspaceId, institutionId, invited });
    if (dialogue.endedAt && !may(actor, 'dialogue.run', { workspaceId }))
      throw new DomainError({ code: 'stale' });
  }

  function ofInstitution({ dialogueId }: Asked, institutionId: InstitutionId) {
    return and(
      eq(dialogueInvitations.dialogueId, dialogueId),
      eq(dialogueInvitations.institutionId, institutionId),
    );
  }

  return {
    ...{ inviteInstitutions, setGroup, uninvite, answerInvitation, recordAnswer },
    ...{ addDelegate, removeDelegate },
  };
}
