import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import { emailKeyOf, isEmailAddress, maxEmailLength, maxNameLength } from '#domain/accounts/rules';
import { instant } from '#domain/clock';
import { formerAnswer, standingAnswer } from '#domain/dialogues/kept-answer';
import { type LetterMailKind, mayRemind, owedMail } from '#domain/dialogues/letter';
import { nextTry } from '#domain/dialogues/letter-again';
import { DomainError } from '#domain/errors';
import type { LetterId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { fallbackLanguage, isLanguage, type Language } from '#domain/languages';
import { authorise } from '#domain/policy';
import { letterMessage, type Message } from '#server/mail';
import { newId } from '#server/new-id';
import {
  type Asked,
  assertText,
  findDialogue,
  inDialogueOf,
  invalid,
  invitationsOf,
  limited,
  textLength,
} from '../dialogues';
import { labelOf } from '../institutions';
import { postOf, type Stamped } from './post';
import type { Addressee, Dependencies, KnownAddressee, Letters } from './types';

/** Of one dialogue: what a large conference needs, and no way to write to the world. */
const mostLetters = 500;

/** What a convenor does with letters: chooses to whom they go, sends them, and reminds. */
export function keeperCommands(dependencies: Dependencies) {
  const { db, clock } = dependencies;
  const { accounts, dialogues, dialogueLetters, focalPersons, institutions, memberships, workspaces } =
    db.tables;
  const inDialogue = inDialogueOf(dependencies);
  const { lettersOf, factsOf, stamp, handOver } = postOf(dependencies);

  /** Adds letters to people of invited institutions; an address that has one already keeps it. */
  async function addLetters({ addressees, ...asked }: Asked & { addressees: Addressee[] }): Promise<void> {
    authorise(asked.actor, 'letters.keep', asked);
    const asserted = addressees.map(assertAddressee);
    await inDialogue(asked, async ({ tx, dialogue, invited, at, tell }) => {
      if (dialogue.startedAt) throw new DomainError({ code: 'dialogue_begun' });
      if (!asserted.every(({ institutionId }) => invited.has(institutionId)))
        throw new DomainError({ code: 'not_found' });
      const rows = await tx
        .select({ emailKey: dialogueLetters.emailKey })
        .from(dialogueLetters)
        .where(eq(dialogueLetters.dialogueId, dialogue.id));
      const taken = new Set(rows.map(({ emailKey }) => emailKey));
      if (taken.size + asserted.length > mostLetters)
        throw new DomainError({ code: 'too_large', details: { field: 'letters' } });
      const added: LetterId[] = [];
      for (const addressee of asserted) {
        const emailKey = emailKeyOf(addressee.email);
        if (taken.has(emailKey)) continue;
        taken.add(emailKey);
        const id = newId<LetterId>();
        const { accountId } = asked.actor;
        await tx
          .insert(dialogueLetters)
          .values({ ...addressee, id, dialogueId: dialogue.id, emailKey, addedAt: at, accountId });
        added.push(id);
      }
      if (added.length > 0) await tell('lettersAdded', { letterIds: added });
    });
  }

  /** Forgets to whom a letter went; its links open nothing any more. */
  async function removeLetter({ letterId, ...asked }: Asked & { letterId: LetterId }): Promise<void> {
    authorise(asked.actor, 'letters.keep', asked);
    await inDialogue(
      asked,
      async ({ tx, dialogue, tell }) => {
        const gone = await tx
          .delete(dialogueLetters)
          .where(and(eq(dialogueLetters.id, letterId), eq(dialogueLetters.dialogueId, dialogue.id)))
          .returning({ id: dialogueLetters.id });
        if (gone.length > 0) await tell('letterRemoved', { letterId });
      },
      { evenCancelled: true, evenFinal: true },
    );
  }

  /** What the convenors say in every invitation, and whether reminders follow by themselves. */
  async function setLetterText({
    text,
    hasReminders,
    ...asked
  }: Asked & { text: string; hasReminders: boolean }): Promise<void> {
    authorise(asked.actor, 'letters.keep', asked);
    const letterText = limited(text.trim(), 'text', textLength.text);
    await inDialogue(asked, async ({ tx, dialogue, tell }) => {
      await tx.update(dialogues).set({ letterText, hasReminders }).where(eq(dialogues.id, dialogue.id));
      await tell('letterTextSet', { hasReminders });
    });
  }

  /** Sends everyone what they are owed: the invitation, what has changed, or that it is off. Twice sends nothing more. */
  async function sendLetters(asked: Asked): Promise<void> {
    await sendTo(asked, ({ mails }, dialogue) => owedMail(mails, dialogue));
  }

  /** Reminds those whose institution has not answered; whoever was written to within the hour is left alone. */
  async function remindUnanswered(asked: Asked): Promise<void> {
    const nowMs = clock.now().getTime();
    await sendTo(asked, ({ mails, answer }, dialogue) =>
      mayRemind(mails, answer, dialogue, nowMs) ? 'reminder' : null,
    );
  }

  type Held = Awaited<ReturnType<typeof lettersOf>>[number];
  type Told = Parameters<typeof owedMail>[1];

  async function sendTo(
    asked: Asked,
    kindFor: (held: Held, dialogue: Told) => LetterMailKind | null,
  ): Promise<void> {
    authorise(asked.actor, 'letters.keep', asked);
    const stamped = await inDialogue(
      asked,
      async (opened) => {
        const sent: Stamped[] = [];
        const counts: Partial<Record<LetterMailKind, number>> = {};
        for (const held of await lettersOf(opened.tx, opened.dialogue.id)) {
          const kind = kindFor(held, opened.dialogue);
          if (!kind) continue;
          sent.push(await stamp(opened, kind, held));
          counts[kind] = (counts[kind] ?? 0) + 1;
        }
        if (sent.length > 0) await opened.tell('lettersSent', { counts });
        return sent;
      },
      { evenCancelled: true, evenFinal: true },
    );
    handOver(stamped);
  }

  async function listLetters(asked: Asked): Promise<Letters> {
    authorise(asked.actor, 'letters.keep', asked);
    const dialogue = await findDialogue(db, db.read, asked);
    const held = await lettersOf(db.read, dialogue.id);
    const nowMs = clock.now().getTime();
    return {
      text: dialogue.letterText,
      hasReminders: dialogue.hasReminders,
      known: dialogue.startedAt
        ? []
        : await knownAddressees(
            asked,
            held.map(({ letter }) => letter.emailKey),
          ),
      lines: held.map(({ letter, institution, answer, mails }) => {
        const { id, name, email, language, answeredAt, answeredBy } = letter;
        const last = mails.at(-1);
        return {
          ...{ id, institution, name, email, language, answeredAt, answeredBy },
          ...{ answer: standingAnswer(letter), former: formerAnswer(letter) },
          last: last ? { kind: last.kind, sentAt: last.sentAt, failedAt: last.failedAt } : null,
          owed: owedMail(mails, dialogue),
          triesAgainAtMs: nextTry(mails, answer, dialogue, nowMs)?.atMs ?? null,
          mayRemind: mayRemind(mails, answer, dialogue, nowMs),
        };
      }),
    };
  }

  /** The invitation as it would reach someone, in a language. */
  async function previewLetter({ language, ...asked }: Asked & { language: Language }): Promise<Message> {
    authorise(asked.actor, 'letters.keep', asked);
    const dialogue = await findDialogue(db, db.read, asked);
    const [first] = await lettersOf(db.read, dialogue.id);
    const [invitation] = first ? [] : await invitationsOf(db, db.read, dialogue.id);
    const institutionId =
      first?.letter.institutionId ?? invitation?.institutionId ?? asked.actor.membership?.institutionId;
    if (!institutionId) throw new DomainError({ code: 'forbidden' });
    const { accountId } = asked.actor;
    const facts = await factsOf(db.read, { accountId, institutionId }, dialogue);
    return letterMessage({
      ...{ kind: 'invitation', to: '', language, url: '', calendar: null, dialogue },
      ...{ hasAnswered: false, isAskedAgain: false, ...facts, text: dialogue.letterText },
      name: first?.letter.name ?? '…',
      institution: institutionName(facts.institution.names, language),
    });
  }

  /** Members who act for an invited institution, and its focal persons; whoever has a letter is left out. */
  async function knownAddressees(
    { workspaceId, dialogueId }: Asked,
    emailKeys: readonly string[],
  ): Promise<KnownAddressee[]> {
    const invited = (await invitationsOf(db, db.read, dialogueId)).map(({ institutionId }) => institutionId);
    if (invited.length === 0) return [];
    const today = instant(clock).slice(0, 10);
    const [[workspace], people, contacts] = await Promise.all([
      db.read
        .select({ languages: workspaces.languages })
        .from(workspaces)
        .where(eq(workspaces.id, workspaceId)),
      db.read
        .select({ name: accounts.name, email: accounts.email, language: accounts.language, institutions })
        .from(memberships)
        .innerJoin(accounts, eq(accounts.id, memberships.accountId))
        .innerJoin(institutions, eq(institutions.id, memberships.institutionId))
        .where(
          and(
            eq(memberships.workspaceId, workspaceId),
            isNull(memberships.endedAt),
            inArray(memberships.institutionId, invited),
          ),
        )
        .orderBy(asc(institutions.acronym), asc(accounts.name)),
      db.read
        .select({
          ...{ name: focalPersons.name, position: focalPersons.position, email: focalPersons.email },
          institutions,
        })
        .from(focalPersons)
        .innerJoin(institutions, eq(institutions.id, focalPersons.institutionId))
        .where(
          and(
            eq(focalPersons.workspaceId, workspaceId),
            isNull(focalPersons.removedAt),
            eq(focalPersons.hasConsented, true),
            or(isNull(focalPersons.validTo), gte(focalPersons.validTo, today)),
            inArray(focalPersons.institutionId, invited),
          ),
        )
        .orderBy(asc(institutions.acronym), asc(focalPersons.name)),
    ]);
    const taken = new Set(emailKeys);
    const known: KnownAddressee[] = [];
    for (const person of [
      ...people,
      ...contacts.map((one) => ({ ...one, name: one.name || one.position, language: null })),
    ]) {
      const key = emailKeyOf(person.email);
      if (!isEmailAddress(key) || taken.has(key)) continue;
      taken.add(key);
      const institution = labelOf(person.institutions);
      const language = person.language ?? workspace?.languages[0] ?? fallbackLanguage;
      const name = person.name || institutionName(institution.names, language);
      known.push({ name, email: person.email, language, institution });
    }
    return known;
  }

  return {
    addLetters,
    removeLetter,
    setLetterText,
    sendLetters,
    remindUnanswered,
    listLetters,
    previewLetter,
  };
}

function assertAddressee({ institutionId, name, email, language }: Addressee): Addressee {
  if (!isEmailAddress(email.trim())) throw invalid('email');
  if (!isLanguage(language)) throw invalid('language');
  return {
    ...{ institutionId, language },
    name: assertText(name, 'name', maxNameLength),
    email: assertText(email, 'email', maxEmailLength),
  };
}
