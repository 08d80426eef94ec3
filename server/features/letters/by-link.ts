import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/db';
import { plannedTimes } from '#domain/dialogues/agenda-item';
import { plannedEndMs, plannedMinutesOf } from '#domain/dialogues/calendar';
import { dialogueStateOf } from '#domain/dialogues/dialogue-state';
import { formerAnswer, standingAnswer } from '#domain/dialogues/kept-answer';
import type { DelegateRole } from '#domain/dialogues/kinds';
import { DomainError } from '#domain/errors';
import type { DelegateId } from '#domain/ids';
import { hashToken } from '../accounts';
import { delegationOf, itemsOf, type OpenedDialogue, openDialogueOf, refusalOf } from '../dialogues';
import { postOf } from './post';
import type { Dependencies, LetterRow, OpenedLetter } from './types';

interface ByLink {
  token: string;
  /** From where, for the limits. */
  address: string;
}

/** What whoever holds a letter does, without an account: answers for the institution, and says whom it sends. */
export function linkCommands(dependencies: Dependencies) {
  const { db, accounts } = dependencies;
  const {
    dialogueDelegates,
    dialogueInvitations,
    dialogueLetterMails,
    dialogueLetters,
    dialogueLinks,
    dialogues,
  } = db.tables;
  const openDialogue = openDialogueOf(dependencies);
  const { giveAnswer, nameDelegate, unnameDelegate } = delegationOf(db);
  const { factsOf } = postOf(dependencies);

  /** Throws `not_found` for a link that was guessed, and once its letter or invitation was taken back. */
  async function openLetter(link: ByLink): Promise<OpenedLetter> {
    const { letter, dialogue } = await findByLink(link);
    const { institutionId } = letter;
    const [facts, agenda, [invitation], delegates, links] = await Promise.all([
      factsOf(db.read, letter, dialogue),
      itemsOf(db, db.read, dialogue.id),
      db.read.select().from(dialogueInvitations).where(ofInstitution(dialogueInvitations, letter)),
      db.read
        .select({ id: dialogueDelegates.id, name: dialogueDelegates.name, role: dialogueDelegates.role })
        .from(dialogueDelegates)
        .where(ofInstitution(dialogueDelegates, { dialogueId: dialogue.id, institutionId }))
        .orderBy(asc(dialogueDelegates.id)),
      db.read
        .select()
        .from(dialogueLinks)
        .where(eq(dialogueLinks.dialogueId, dialogue.id))
        .orderBy(asc(dialogueLinks.addedAt), asc(dialogueLinks.id)),
    ]);
    const papersOf = (of: string | null) =>
      links
        .filter(({ itemId }) => itemId === of)
        .map(({ id: paperId, title: name, url }) => ({ id: paperId, title: name, url }));
    const startsAtMs = Date.parse(dialogue.startsAt);
    const times = plannedTimes(agenda, startsAtMs);
    const { id, title, purpose, place, link: address, startsAt, timeZone, cancelReason } = dialogue;
    return {
      ...{ ...facts, name: letter.name, delegates },
      answer: invitation ? standingAnswer(invitation) : null,
      former: invitation ? formerAnswer(invitation) : null,
      answerBasis: invitation?.answerBasis ?? null,
      text: dialogue.letterText,
      dialogue: {
        ...{ id, title, purpose, place, link: address, startsAt, timeZone, cancelReason },
        state: dialogueStateOf(dialogue),
        endsAtMs: plannedEndMs(startsAtMs, plannedMinutesOf(agenda)),
        // As an invited institution may know it: what is the convenors' alone is not there.
        items: agenda.flatMap(({ id: itemId, title: what, presenter, confidentiality }, index) => {
          const time = times[index];
          if (confidentiality === 'convenor' || !time) return [];
          const { startsAtMs: begins, endsAtMs } = time;
          const papers = papersOf(itemId);
          return { id: itemId, title: what, presenter, startsAtMs: begins, endsAtMs, papers };
        }),
        papers: papersOf(null),
      },
    };
  }

  /** Answers for the institution; it may change its mind until the dialogue has ended. */
  async function answerByLink({ answer, ...link }: ByLink & { answer: 'accepted' | 'declined' }) {
    await inLetter(link, async (opened, letter) => {
      const { tx, at } = opened;
      await tx
        .update(dialogueLetters)
        .set({ answer, answeredAt: at, answeredBy: 'link' })
        .where(eq(dialogueLetters.id, letter.id));
      await giveAnswer(opened, { institutionId: letter.institutionId, answer, accountId: null });
    });
  }

  async function nameByLink({
    delegate,
    ...link
  }: ByLink & { delegate: { id: DelegateId; name: string; role: DelegateRole } }) {
    await inLetter(link, (opened, { institutionId }) => nameDelegate(opened, { institutionId, delegate }));
  }

  async function unnameByLink({ delegateId, ...link }: ByLink & { delegateId: DelegateId }) {
    await inLetter(link, (opened, { institutionId }) =>
      unnameDelegate(opened, { institutionId, delegateId }),
    );
  }

  /** Does something in the name of the institution that the letter went to. */
  async function inLetter(
    link: ByLink,
    work: (opened: OpenedDialogue, letter: LetterRow) => Promise<void>,
  ): Promise<void> {
    const { letter, dialogue } = await findByLink(link);
    const { institutionId } = letter;
    const place = { workspaceId: dialogue.workspaceId, dialogueId: dialogue.id };
    await openDialogue({ author: { accountId: null, institutionId }, ...place }, async (opened) => {
      const code = refusalOf(opened) ?? (opened.dialogue.endedAt ? 'stale' : null);
      if (code) throw new DomainError({ code });
      const [kept] = await opened.tx.select().from(dialogueLetters).where(eq(dialogueLetters.id, letter.id));
      if (!kept) throw new DomainError({ code: 'not_found' });
      await work(opened, kept);
    });
  }

  async function findByLink({ token, address }: ByLink) {
    await accounts.limits.count('letterLink', address);
    const found = await findByToken(db.read, token);
    if (!found) throw new DomainError({ code: 'not_found' });
    await accounts.limits.forgiveOne('letterLink', address);
    return found;
  }

  async function findByToken(reader: Reader, token: string) {
    const [found] = await reader
      .select({ letter: dialogueLetters, dialogue: dialogues })
      .from(dialogueLetterMails)
      .innerJoin(dialogueLetters, eq(dialogueLetters.id, dialogueLetterMails.letterId))
      .innerJoin(dialogues, eq(dialogues.id, dialogueLetters.dialogueId))
      .where(eq(dialogueLetterMails.tokenHash, hashToken(token)));
    return found;
  }

  function ofInstitution(
    table: typeof dialogueInvitations | typeof dialogueDelegates,
    { dialogueId, institutionId }: Pick<LetterRow, 'dialogueId' | 'institutionId'>,
  ) {
    return and(eq(table.dialogueId, dialogueId), eq(table.institutionId, institutionId));
  }

  return { openLetter, answerByLink, nameByLink, unnameByLink };
}
