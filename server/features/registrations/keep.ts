import { and, asc, eq } from 'drizzle-orm';
import { registrableTypes } from '#domain/dialogues/kinds';
import { owedNews } from '#domain/dialogues/letter';
import {
  type AttendanceCount,
  countByInstitution,
  type RegistrationRules,
} from '#domain/dialogues/registration';
import { DomainError } from '#domain/errors';
import type { RegistrationId } from '#domain/ids';
import { matchesSearch } from '#domain/lists/search';
import { authorise } from '#domain/policy';
import { registrationMessage } from '#server/mail';
import { hashToken, newToken } from '../accounts';
import { type Asked, findDialogue, inDialogueOf, invalid } from '../dialogues';
import { publicQueries } from '../public-dialogues';
import type { Dependencies, Registration } from './types';

const mostPlaces = 100_000;

/** What a convenor does with registrations: opens them, reads who comes, and keeps who came. */
export function keeperCommands(dependencies: Dependencies) {
  const { db, mail, publicUrl } = dependencies;
  const { dialogues, dialogueRegistrations, workspaces } = db.tables;
  const inDialogue = inDialogueOf(dependencies);
  const { calendarFile } = publicQueries(dependencies);

  /** Opens registration by these rules, or ends it; who is registered stays so. */
  async function setRegistration({
    rules,
    ...asked
  }: Asked & { rules: RegistrationRules | null }): Promise<void> {
    authorise(asked.actor, 'registrations.keep', asked);
    if (rules) assertRules(rules);
    await inDialogue(
      asked,
      async ({ tx, dialogue, tell }) => {
        if (rules && !registrableTypes.includes(dialogue.type)) throw invalid('type');
        await tx.update(dialogues).set({ registration: rules }).where(eq(dialogues.id, dialogue.id));
        await tell('registrationSet', { rules });
      },
      { evenFinal: true },
    );
  }

  /** Everyone whom the search finds, and how many of each institution over all. */
  async function listRegistrations({ search, ...asked }: Asked & { search: string }): Promise<{
    rows: Registration[];
    total: number;
    counts: AttendanceCount[];
    /** How many do not know that the dialogue has changed, or that it is off; null: everyone knows. */
    untold: { kind: 'update' | 'cancellation'; count: number } | null;
  }> {
    authorise(asked.actor, 'registrations.keep', asked);
    const dialogue = await findDialogue(db, db.read, asked);
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
    const untold = all.filter(({ toldSequence }) => owedNews(toldSequence, dialogue));
    const [first] = untold;
    const kind = first ? owedNews(first.toldSequence, dialogue) : null;
    return {
      ...{ rows, total: all.length, counts: countByInstitution(all) },
      untold: kind && { kind, count: untold.length },
    };
  }

  /** Tells those registered what has changed, or that the dialogue is off; whoever knows is left alone. */
  async function tellRegistered(asked: Asked): Promise<void> {
    authorise(asked.actor, 'registrations.keep', asked);
    const told = await inDialogue(
      asked,
      async ({ tx, dialogue, tell }) => {
        const rows = await tx
          .select()
          .from(dialogueRegistrations)
          .where(eq(dialogueRegistrations.dialogueId, dialogue.id));
        const fresh = rows.flatMap((row) => {
          const kind = owedNews(row.toldSequence, dialogue);
          return kind ? [{ row, kind, token: newToken() }] : [];
        });
        for (const { row, token } of fresh)
          await tx
            .update(dialogueRegistrations)
            .set({ tokenHash: hashToken(token), toldSequence: dialogue.calendarSequence })
            .where(eq(dialogueRegistrations.id, row.id));
        if (fresh.length > 0) await tell('registeredTold', { count: fresh.length });
        const [workspace] = await tx
          .select({ slug: workspaces.slug })
          .from(workspaces)
          .where(eq(workspaces.id, dialogue.workspaceId));
        return { dialogue, fresh, slug: workspace?.slug ?? '' };
      },
      { evenCancelled: true, evenFinal: true },
    );
    if (told.fresh.length === 0) return;
    const { dialogue, slug } = told;
    const calendar = await calendarFile(dialogue, slug);
    for (const { row, kind, token } of told.fresh)
      mail.send(
        registrationMessage({
          ...{ kind, to: row.email, language: row.language, name: row.name, dialogue, calendar },
          url: `${publicUrl}/registrations/${token}`,
        }),
        () => untell(row),
      );
  }

  /** Whoever could not be reached has not been told. */
  async function untell({ id, toldSequence }: { id: RegistrationId; toldSequence: number }): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.update(dialogueRegistrations).set({ toldSequence }).where(eq(dialogueRegistrations.id, id));
    });
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
      { evenCancelled: true, evenFinal: true },
    );
  }

  async function markRegistration({
    registrationId,
    attendance,
    ...asked
  }: Asked & { registrationId: RegistrationId; attendance: Registration['attendance'] }): Promise<void> {
    authorise(asked.actor, 'registrations.keep', asked);
    await inDialogue(
      asked,
      async ({ tx, tell }) => {
        const marked = await tx
          .update(dialogueRegistrations)
          .set({ attendance })
          .where(ofDialogue(asked, registrationId))
          .returning({ id: dialogueRegistrations.id });
        if (marked.length === 0) throw new DomainError({ code: 'not_found' });
        await tell('registrationMarked', { registrationId, attendance });
      },
      { evenFinal: true },
    );
  }

  function ofDialogue({ dialogueId }: Asked, registrationId: RegistrationId) {
    return and(
      eq(dialogueRegistrations.id, registrationId),
      eq(dialogueRegistrations.dialogueId, dialogueId),
    );
  }

  return { setRegistration, listRegistrations, tellRegistered, removeRegistration, markRegistration };
}

function assertRules({ closesAt, places }: RegistrationRules): void {
  if (closesAt !== null && Number.isNaN(Date.parse(closesAt))) throw invalid('closesAt');
  if (places !== null && (!Number.isInteger(places) || places < 1 || places > mostPlaces))
    throw invalid('places');
}
