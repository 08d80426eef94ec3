import { and, asc, eq } from 'drizzle-orm';
import { registrableTypes } from '#domain/dialogues/kinds';
import {
  type AttendanceCount,
  countByInstitution,
  type RegistrationRules,
} from '#domain/dialogues/registration';
import { DomainError } from '#domain/errors';
import type { RegistrationId } from '#domain/ids';
import { matchesSearch } from '#domain/lists/search';
import { authorise } from '#domain/policy';
import { type Asked, findDialogue, inDialogueOf, invalid } from '../dialogues';
import type { Dependencies, Registration } from './types';

const mostPlaces = 100_000;

/** What a convenor does with registrations: opens them, reads who comes, and keeps who came. */
export function keeperCommands(dependencies: Dependencies) {
  const { db } = dependencies;
  const { dialogues, dialogueRegistrations } = db.tables;
  const inDialogue = inDialogueOf(dependencies);

  /** Opens registration by these rules, or ends it; who is registered stays so. */
  async function setRegistration({
    rules,
    ...asked
  }: Asked & { rules: RegistrationRules | null }): Promise<void> {
    authorise(asked.actor, 'registrations.keep', asked);
    if (rules) assertRules(rules);
    await inDialogue(asked, async ({ tx, dialogue, tell }) => {
      if (rules && !registrableTypes.includes(dialogue.type)) throw invalid('type');
      await tx.update(dialogues).set({ registration: rules }).where(eq(dialogues.id, dialogue.id));
      await tell('registrationSet', { rules });
    });
  }

  /** Everyone whom the search finds, and how many of each institution over all. */
  async function listRegistrations({ search, ...asked }: Asked & { search: string }): Promise<{
    rows: Registration[];
    total: number;
    counts: AttendanceCount[];
  }> {
    authorise(asked.actor, 'registrations.keep', asked);
    await findDialogue(db, db.read, asked);
    const all = await db.read
      .select()
      .from(dialogueRegistrations)
      .where(eq(dialogueRegistrations.dialogueId, asked.dialogueId))
      .orderBy(asc(dialogueRegistrations.registeredAt), asc(dialogueRegistrations.id));
    const rows = all
      .map(({ id, name, position, institution, email, registeredAt, attendance }) => {
        return { id, name, position, institution, email, registeredAt, attendance };
      })
      .filter(({ name, position, institution, email }) =>
        matchesSearch(search, [name, position, institution, email]),
      );
    return { rows, total: all.length, counts: countByInstitution(all) };
  }

  /** Forgets a registration and whom it was of. */
  async function removeRegistration({
    registrationId,
    ...asked
  }: Asked & { registrationId: RegistrationId }): Promise<void> {
    authorise(asked.actor, 'registrations.keep', asked);
    await inDialogue(
      asked,
      async ({ tx, tell }) => {
        const gone = await tx
          .delete(dialogueRegistrations)
          .where(ofDialogue(asked, registrationId))
          .returning({ id: dialogueRegistrations.id });
        if (gone.length > 0) await tell('registrationRemoved', { registrationId });
      },
      { evenCancelled: true },
    );
  }

  async function markRegistration({
    registrationId,
    attendance,
    ...asked
  }: Asked & { registrationId: RegistrationId; attendance: Registration['attendance'] }): Promise<void> {
    authorise(asked.actor, 'registrations.keep', asked);
    await inDialogue(asked, async ({ tx, tell }) => {
      const marked = await tx
        .update(dialogueRegistrations)
        .set({ attendance })
        .where(ofDialogue(asked, registrationId))
        .returning({ id: dialogueRegistrations.id });
      if (marked.length === 0) throw new DomainError({ code: 'not_found' });
      await tell('registrationMarked', { registrationId, attendance });
    });
  }

  function ofDialogue({ dialogueId }: Asked, registrationId: RegistrationId) {
    return and(
      eq(dialogueRegistrations.id, registrationId),
      eq(dialogueRegistrations.dialogueId, dialogueId),
    );
  }

  return { setRegistration, listRegistrations, removeRegistration, markRegistration };
}

function assertRules({ closesAt, places }: RegistrationRules): void {
  if (closesAt !== null && Number.isNaN(Date.parse(closesAt))) throw invalid('closesAt');
  if (places !== null && (!Number.isInteger(places) || places < 1 || places > mostPlaces))
    throw invalid('places');
}
