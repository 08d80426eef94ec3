import { and, asc, eq } from 'drizzle-orm';
import { registrableTypes } from '#domain/dialogues/kinds';
import { owedToRegistered, type RegisteredNews, registeredNews } from '#domain/dialogues/registered-mail';
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
import { type Asked, findDialogue, inDialogueOf, invalid } from '../dialogues';
import { publicQueries } from '../public-dialogues';
import { postOf, type Stamped } from './post';
import type { Dependencies, Registration, RegistrationRow } from './types';

const mostPlaces = 100_000;

/** What a convenor does with registrations: opens them, reads who comes, and keeps who came. */
export function keeperCommands(dependencies: Dependencies) {
  const { db, publicUrl } = dependencies;
  const { dialogues, dialogueRegistrations, workspaces } = db.tables;
  const inDialogue = inDialogueOf(dependencies);
  const { calendarFile } = publicQueries(dependencies);
  const { stamp, handOver } = postOf(dependencies);

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
    /** How many do not know that they are registered, that the dialogue has changed, or that it is off. */
    untold: { kind: RegisteredNews; count: number }[];
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
    const owed = all.map((one) => owedToRegistered(one, dialogue));
    const untold = registeredNews.map((kind) => {
      return { kind, count: owed.filter((one) => one === kind).length };
    });
    return {
      ...{ rows, total: all.length, counts: countByInstitution(all) },
      untold: untold.filter(({ count }) => count > 0),
    };
  }

  /** Tells those registered what has changed, that the dialogue is off, or what was lost; whoever knows is left alone. */
  async function tellRegistered(asked: Asked): Promise<void> {
    authorise(asked.actor, 'registrations.keep', asked);
    const told = await inDialogue(
      asked,
      async ({ tx, dialogue, tell }) => {
        const rows = await tx
          .select()
          .from(dialogueRegistrations)
          .where(eq(dialogueRegistrations.dialogueId, dialogue.id));
        const fresh: { row: RegistrationRow; kind: RegisteredNews; stamped: Stamped }[] = [];
        for (const row of rows) {
          const kind = owedToRegistered(row, dialogue);
          if (kind) fresh.push({ row, kind, stamped: await stamp(tx, row, dialogue.calendarSequence) });
        }
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
    for (const { row, kind, stamped } of told.fresh)
      handOver(
        stamped,
        registrationMessage({
          ...{ kind, to: row.email, language: row.language, name: row.name, dialogue, calendar },
          url: `${publicUrl}/registrations/${stamped.token}`,
        }),
      );
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
