import { eq } from 'drizzle-orm';
import { correctionsOf, type MinutesAct, type MinutesRefusal, minutesAfter } from '#domain/dialogues/minutes';
import { DomainError, type DomainErrorCode } from '#domain/errors';
import type { DialogueItemId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { assertText, limited, textLength } from '../assert-facts';
import { findItem, type InDialogue, itemsOf, type OpenedDialogue } from '../in-dialogue';
import type { Asked, Dependencies } from '../types';
import { minutesBeginner, minutesOf } from './begin';
import { type FrozenText, minutesFreezer } from './freeze';
import { stillOpenReader } from './still-open';

const codeOf: Record<MinutesRefusal, DomainErrorCode> = {
  not_now: 'stale',
  deadline_in_past: 'invalid_input',
  too_late: 'stale',
  unknown_correction: 'not_found',
  reason_missing: 'invalid_input',
  unanswered: 'stale',
  too_early: 'stale',
  not_ended: 'stale',
  proposal_open: 'stale',
  undecided: 'stale',
};

export function minutesCommands(dependencies: Dependencies, inDialogue: InDialogue) {
  const { db, documents } = dependencies;
  const { dialogueMinutes } = db.tables;
  const begin = minutesBeginner(dependencies);
  const { readTexts, keepTexts } = minutesFreezer(dependencies);
  const readStillOpen = stillOpenReader(db);

  /** Minutes begin with the sitting; a convenor may begin them before, or for a sitting of the past. */
  async function beginMinutes(asked: Asked): Promise<void> {
    authorise(asked.actor, 'minutes.close', asked);
    await inDialogue(asked, (opened) => begin(opened, asked.actor));
  }

  /** From now on convenors alone write; delegations read. */
  async function submitMinutes(asked: Asked): Promise<void> {
    authorise(asked.actor, 'minutes.close', asked);
    await inDialogue(asked, async (opened) => {
      if (await apply(opened, { act: 'submit' })) await opened.tell('minutesSubmitted', {});
    });
  }

  /** Gives them back to the delegations to write in. */
  async function returnMinutes(asked: Asked): Promise<void> {
    authorise(asked.actor, 'minutes.close', asked);
    await inDialogue(asked, async (opened) => {
      if (await apply(opened, { act: 'return' })) await opened.tell('minutesReturned', {});
    });
  }

  /** Asks delegations for corrections until an instant. */
  async function circulateMinutes({ deadlineMs, ...asked }: Asked & { deadlineMs: number }): Promise<void> {
    authorise(asked.actor, 'minutes.close', asked);
    await inDialogue(asked, async (opened) => {
      if (await apply(opened, { act: 'circulate', deadlineMs }))
        await opened.tell('minutesCirculated', { deadlineMs });
    });
  }

  /** Gives delegations another deadline, sooner or later than the one they have; it is never in the past. */
  async function extendMinutes({ deadlineMs, ...asked }: Asked & { deadlineMs: number }): Promise<void> {
    authorise(asked.actor, 'minutes.close', asked);
    await inDialogue(asked, async (opened) => {
      if (await apply(opened, { act: 'extend', deadlineMs }))
        await opened.tell('minutesExtended', { deadlineMs });
    });
  }

  /** Takes circulated minutes back to the convenors’ review; what was proposed and answered is kept. */
  async function recallMinutes(asked: Asked): Promise<void> {
    authorise(asked.actor, 'minutes.close', asked);
    await inDialogue(asked, async (opened) => {
      if (await apply(opened, { act: 'recall' })) await opened.tell('minutesRecalled', {});
    });
  }

  /** What the own institution wants to read otherwise under an item; the id is made by who sends. */
  async function proposeCorrection({
    correction: { id, itemId, text },
    ...asked
  }: Asked & { correction: { id: string; itemId: DialogueItemId; text: string } }): Promise<void> {
    const asserted = assertText(text, 'text');
    await inDialogue(asked, async (opened) => {
      const institutionId = asked.actor.membership?.institutionId;
      if (!institutionId) throw new DomainError({ code: 'not_found' });
      authorise(asked.actor, 'correction.propose', { ...asked, institutionId, invited: opened.invited });
      const item = await findItem(db, opened, { ...asked, itemId });
      const correction = { id, itemId, institutionId, text: asserted };
      // Under the Chatham House Rule no feed tells who said what.
      const told = opened.dialogue.isChathamHouse ? ({ confidentiality: 'participants' } as const) : item;
      if (await apply(opened, { act: 'correct', correction, atMs: opened.nowMs }))
        await opened.tell('correctionProposed', { itemId, correctionId: id, institutionId }, told);
    });
  }

  /**
   * Accepts or refuses a correction, and says why; what is accepted the convenor writes into the text. Until the lock it
   * can be answered anew: each answer stays in the events.
   */
  async function answerCorrection({
    correctionId: id,
    accepted,
    reason,
    ...asked
  }: Asked & { correctionId: string; accepted: boolean; reason: string }): Promise<void> {
    authorise(asked.actor, 'minutes.close', asked);
    const said = limited(reason.trim(), 'reason', textLength.text);
    await inDialogue(asked, async (opened) => {
      if (!(await apply(opened, { act: 'answer', id, accepted, reason: said }))) return;
      const item = await itemCorrected(opened, id);
      await opened.tell('correctionAnswered', { correctionId: id, accepted, reason: said }, item);
    });
  }

  /** The reason says something of the item, which may be confidential. */
  async function itemCorrected(opened: OpenedDialogue, correctionId: string) {
    const row = await minutesOf(db, opened);
    const correction = row && correctionsOf(row.minutes).find(({ id }) => id === correctionId);
    const agenda = await itemsOf(db, opened.tx, opened.dialogue.id);
    return agenda.find(({ id }) => id === correction?.itemId);
  }

  /**
   * Ends the minutes for good: from now on nobody writes in them, and the text of each item is kept with its hash and
   * its place in the log. What would still change the report comes first: the end of the sitting, and every proposal's
   * decision. Throws `document_damaged` where a text cannot be read.
   */
  async function lockMinutes(asked: Asked): Promise<void> {
    authorise(asked.actor, 'minutes.close', asked);
    const texts = await readTexts(asked.dialogueId);
    await inDialogue(
      asked,
      async (opened) => {
        const stillOpen = await readStillOpen(opened.tx, opened.dialogue);
        const isLocked = await apply(opened, { act: 'lock', atMs: opened.nowMs, stillOpen });
        if (!isLocked) return;
        await keepTexts(opened, texts);
        await opened.tell('minutesLocked', {
          texts: texts.map(({ itemId, hash, seq }) => ({ itemId, hash, seq })),
        });
      },
      { evenFinal: true },
    );
    await keepWhatWasOnItsWay(asked, texts);
  }

  /** An edit acknowledged as saved while the lock was being written belongs to the record too. */
  async function keepWhatWasOnItsWay(asked: Asked, texts: readonly FrozenText[]): Promise<void> {
    await Promise.all(texts.map(({ documentId }) => documents.refreshGrants({ documentId })));
    const now = await readTexts(asked.dialogueId);
    const late = now.filter(({ itemId, seq }) => texts.find((one) => one.itemId === itemId)?.seq !== seq);
    if (late.length === 0) return;
    await inDialogue(
      asked,
      async (opened) => {
        await keepTexts(opened, late);
        await opened.tell('minutesFrozen', {
          texts: late.map(({ itemId, hash, seq }) => ({ itemId, hash, seq })),
        });
      },
      { evenFinal: true },
    );
  }

  /** False where it had been done already; what the rules do not allow throws. */
  async function apply(opened: OpenedDialogue, act: MinutesAct): Promise<boolean> {
    const row = await minutesOf(db, opened);
    if (!row) throw new DomainError({ code: 'stale' });
    if (isWhereActLeads(row.minutes.state, act)) return false;
    const answer = minutesAfter(row.minutes, act, opened.nowMs);
    if (!answer.ok)
      throw new DomainError({ code: codeOf[answer.refusal], details: { problem: answer.refusal } });
    if (answer.minutes === row.minutes) return false;
    await opened.tx
      .update(dialogueMinutes)
      .set({ minutes: answer.minutes, lockedAt: answer.minutes.state === 'locked' ? opened.at : null })
      .where(eq(dialogueMinutes.dialogueId, opened.dialogue.id));
    return true;
  }

  return {
    beginMinutes,
    submitMinutes,
    returnMinutes,
    circulateMinutes,
    extendMinutes,
    recallMinutes,
    proposeCorrection,
    answerCorrection,
    lockMinutes,
  };
}

const stateAfter = { submit: 'review', return: 'draft', recall: 'review', lock: 'locked' } as const;

/** The same click arrived twice. */
function isWhereActLeads(state: string, { act }: MinutesAct): boolean {
  return act in stateAfter && stateAfter[act as keyof typeof stateAfter] === state;
}
