import { and, eq, or } from 'drizzle-orm';
import type { Reader, Tx } from '#db/db';
import { emailKeyOf, isEmailAddress, maxEmailLength, maxNameLength } from '#domain/accounts/rules';
import { instant } from '#domain/clock';
import { toldOfNothing } from '#domain/dialogues/registered-mail';
import { registrationState } from '#domain/dialogues/registration';
import { DomainError } from '#domain/errors';
import { registrationMessage } from '#server/mail';
import { hashToken, newToken } from '../accounts';
import { assertText, type DialogueRow, invalid, textLength } from '../dialogues';
import { publicQueries } from '../public-dialogues';
import { postOf, type Stamped } from './post';
import type {
  Dependencies,
  OpenedRegistration,
  Registering,
  RegistrantFacts,
  RegistrationRow,
} from './types';

type Entered = Pick<
  RegistrationRow,
  keyof RegistrantFacts | 'id' | 'dialogueId' | 'emailKey' | 'language' | 'toldSequence'
>;

const nobody = { accountId: null, institutionId: null };

/** What people without an account do: they register on a public page, and withdraw by the link in their mail. */
export function registrantCommands(dependencies: Dependencies) {
  const { db, clock, events, accounts, publicUrl } = dependencies;
  const { dialogues, dialogueRegistrations, workspaces } = db.tables;
  const { calendarFile } = publicQueries(dependencies);
  const { stamp, handOver } = postOf(dependencies);

  /**
   * Registers someone and confirms it by mail. An address that is registered already gets the same answer, and a fresh
   * link by mail: who else comes is nobody's business, and nobody changes what another entered.
   */
  async function register(asked: Registering): Promise<void> {
    const { slug, dialogueId, id, language, address } = asked;
    const facts = assertFacts(asked.facts);
    if (!asked.hasConsented) throw invalid('consent');
    const emailKey = emailKeyOf(facts.email);
    await accounts.limits.count('registrationByAddress', address);
    await accounts.limits.count('registrationByEmail', `${dialogueId} ${emailKey}`);
    const sent = await events.commit(nobody, async (tx, record) => {
      // First: a second click must not be told that the first one took the last place.
      const [same] = await tx
        .select()
        .from(dialogueRegistrations)
        .where(and(eq(dialogueRegistrations.id, id), eq(dialogueRegistrations.dialogueId, dialogueId)));
      if (same) return null;
      const dialogue = await findOpen(tx, asked);
      const [known] = await tx
        .select()
        .from(dialogueRegistrations)
        .where(
          and(eq(dialogueRegistrations.dialogueId, dialogueId), eq(dialogueRegistrations.emailKey, emailKey)),
        );
      const told = dialogue.calendarSequence;
      if (known) return { dialogue, name: known.name, stamped: await stamp(tx, known, told) };
      const stamped = await add(tx, { ...facts, id, dialogueId, emailKey, language, toldSequence: told });
      await record({
        workspaceId: dialogue.workspaceId,
        kind: 'dialogue.registered',
        subjectType: 'dialogue',
        subjectId: dialogueId,
        after: { registrationId: id },
      });
      return { dialogue, name: facts.name, stamped };
    });
    if (!sent) return;
    handOver(
      sent.stamped,
      registrationMessage({
        kind: 'confirmation',
        ...{ to: facts.email, language, name: sent.name, dialogue: sent.dialogue },
        url: `${publicUrl}/registrations/${sent.stamped.token}`,
        calendar: await calendarFile(sent.dialogue, slug),
      }),
    );
  }

  /** Someone new; should their first mail fail, they have been told of nothing. */
  async function add(tx: Tx, entered: Entered): Promise<Stamped> {
    const token = newToken();
    const opening = { tokenHash: hashToken(token), formerTokenHash: null, deliveredAt: null };
    await tx.insert(dialogueRegistrations).values({ ...entered, ...opening, registeredAt: instant(clock) });
    return { id: entered.id, token, ifFailed: { ...opening, toldSequence: toldOfNothing } };
  }

  /** What the link in the mail opens. Throws `not_found` once they have withdrawn, and for one that was guessed. */
  async function openRegistration({
    token,
    address,
  }: {
    token: string;
    address: string;
  }): Promise<OpenedRegistration> {
    await accounts.limits.count('registrationLink', address);
    const found = await findByToken(db.read, token);
    if (!found) throw new DomainError({ code: 'not_found' });
    await accounts.limits.forgiveOne('registrationLink', address);
    const { id, title, place, link, startsAt, timeZone, cancelledAt, visibility } = found.dialogue;
    return {
      name: found.registration.name,
      slug: found.slug,
      workspace: found.workspace,
      isPublic: visibility === 'public',
      dialogue: { id, title, place, link, startsAt, timeZone, isCancelled: cancelledAt !== null },
    };
  }

  /** Forgets the registration and whom it was of. */
  async function withdraw({ token, address }: { token: string; address: string }): Promise<void> {
    await accounts.limits.count('registrationLink', address);
    await events.commit(nobody, async (tx, record) => {
      const found = await findByToken(tx, token);
      if (!found) throw new DomainError({ code: 'not_found' });
      const { id } = found.registration;
      await tx.delete(dialogueRegistrations).where(eq(dialogueRegistrations.id, id));
      await record({
        workspaceId: found.dialogue.workspaceId,
        kind: 'dialogue.registrationWithdrawn',
        subjectType: 'dialogue',
        subjectId: found.dialogue.id,
        before: { registrationId: id },
      });
    });
    await accounts.limits.forgiveOne('registrationLink', address);
  }

  async function findOpen(tx: Reader, { slug, dialogueId }: Registering): Promise<DialogueRow> {
    const [found] = await tx
      .select({ dialogue: dialogues })
      .from(dialogues)
      .innerJoin(workspaces, eq(workspaces.id, dialogues.workspaceId))
      .where(
        and(eq(workspaces.slug, slug), eq(dialogues.id, dialogueId), eq(dialogues.visibility, 'public')),
      );
    if (!found) throw new DomainError({ code: 'not_found' });
    const taken = await tx.$count(dialogueRegistrations, eq(dialogueRegistrations.dialogueId, dialogueId));
    const state = registrationState(found.dialogue, taken, clock.now().getTime());
    if (state === 'none') throw new DomainError({ code: 'not_found' });
    if (state !== 'open') throw new DomainError({ code: 'registration_closed' });
    return found.dialogue;
  }

  async function findByToken(reader: Reader, token: string) {
    const [found] = await reader
      .select({
        registration: dialogueRegistrations,
        dialogue: dialogues,
        slug: workspaces.slug,
        workspace: workspaces.name,
      })
      .from(dialogueRegistrations)
      .innerJoin(dialogues, eq(dialogues.id, dialogueRegistrations.dialogueId))
      .innerJoin(workspaces, eq(workspaces.id, dialogues.workspaceId))
      .where(
        or(
          eq(dialogueRegistrations.tokenHash, hashToken(token)),
          eq(dialogueRegistrations.formerTokenHash, hashToken(token)),
        ),
      );
    return found;
  }

  return { register, openRegistration, withdraw };
}

function assertFacts({ name, position, institution, email }: RegistrantFacts): RegistrantFacts {
  if (!isEmailAddress(email.trim())) throw invalid('email');
  return {
    name: assertText(name, 'name', maxNameLength),
    position: assertText(position, 'position', textLength.line),
    institution: assertText(institution, 'institution', textLength.line),
    email: assertText(email, 'email', maxEmailLength),
  };
}
