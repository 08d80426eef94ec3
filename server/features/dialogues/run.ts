import { eq } from 'drizzle-orm';
import { agendaAfter, type ItemAct, isWhereActLeads } from '#domain/dialogues/agenda-item';
import { floorUnder } from '#domain/dialogues/floor-under';
import { madeAt } from '#domain/dialogues/made-at';
import type { AttendanceState } from '#domain/dialogues/quorum';
import { DomainError } from '#domain/errors';
import type { AttendanceMarkId, DialogueItemId, InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { findItem, type InDialogue, itemsOf, type OpenedDialogue } from './in-dialogue';
import { latecomersOf } from './latecomers';
import { minutesBeginner } from './minutes/begin';
import type { Asked, Dependencies, ItemRow } from './types';

export function runCommands(dependencies: Dependencies, inDialogue: InDialogue) {
  const { db } = dependencies;
  const beginMinutes = minutesBeginner(dependencies);
  const { admitIfPresent } = latecomersOf(db);
  const { dialogues, dialogueItems, attendanceMarks } = db.tables;

  async function startDialogue(asked: Asked): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      if (!opened.dialogue.startedAt) await start(opened, asked.actor);
    });
  }

  /** Closes the sitting: what still runs is paused, and who speaks is done, so that no clock runs overnight. */
  async function endDialogue(asked: Asked): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async ({ tx, dialogue, nowMs, at, tell }) => {
      if (dialogue.endedAt) return;
      if (!dialogue.startedAt) throw new DomainError({ code: 'stale' });
      const agenda = await itemsOf(db, tx, dialogue.id);
      const running = agenda.find(({ item }) => item.state === 'running');
      const after = running && agendaAfter(agenda, { id: running.id, act: 'pause', atMs: nowMs });
      await save(tx, agenda, { after: after ?? agenda, atMs: nowMs });
      await tx.update(dialogues).set({ endedAt: at }).where(eq(dialogues.id, dialogue.id));
      await tell('ended', {});
    });
  }

  /** Opens, pauses, resumes, closes, postpones or reopens an item. The first act begins the dialogue. */
  async function actOnItem({ itemId, act, ...asked }: Asked & { itemId: DialogueItemId; act: ItemAct }) {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { tx, nowMs, tell } = opened;
      const item = await findItem(db, opened, { ...asked, itemId });
      if (isWhereActLeads(item.item, act)) return;
      if (opened.dialogue.endedAt) throw new DomainError({ code: 'stale' });
      const agenda = await itemsOf(db, tx, asked.dialogueId);
      const after = agendaAfter(agenda, { id: itemId, act, atMs: nowMs });
      if (!after) throw new DomainError({ code: 'stale' });
      if (!opened.dialogue.startedAt) await start(opened, asked.actor);
      await save(tx, agenda, { after, atMs: nowMs });
      await tell('itemActed', { itemId, act });
    });
  }

  /** An arrival, a departure or an excuse, as and when the convenor saw it. */
  async function markAttendance({
    mark: { id, institutionId, state, madeAtMs },
    ...asked
  }: Asked & {
    mark: {
      id: AttendanceMarkId;
      institutionId: InstitutionId;
      state: AttendanceState;
      /** Where it waited for the network. */
      madeAtMs?: number;
    };
  }) {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { tx, dialogue, invited, nowMs, tell } = opened;
      if (!invited.has(institutionId)) throw new DomainError({ code: 'not_found' });
      const [known] = await tx.select().from(attendanceMarks).where(eq(attendanceMarks.id, id));
      const isSame = known?.dialogueId === asked.dialogueId && known.institutionId === institutionId;
      if (isSame) return;
      if (known) throw new DomainError({ code: 'conflict' });
      const { dialogueId, actor } = asked;
      const fromMs = dialogue.startedAt ? Date.parse(dialogue.startedAt) : nowMs;
      const at = new Date(madeAt(madeAtMs, { fromMs, nowMs })).toISOString();
      await tx
        .insert(attendanceMarks)
        .values({ id, dialogueId, institutionId, state, at, accountId: actor.accountId });
      await tell('attendanceMarked', { institutionId, state });
      await admitIfPresent(opened, institutionId);
    });
  }

  /** With the sitting its minutes begin. */
  async function start(opened: OpenedDialogue, actor: Actor): Promise<void> {
    const { tx, dialogue, at, tell } = opened;
    await tx.update(dialogues).set({ startedAt: at }).where(eq(dialogues.id, dialogue.id));
    await tell('started', {});
    await beginMinutes(opened, actor);
  }

  /** With an item that stops, whoever speaks under it is done. */
  async function save(
    tx: OpenedDialogue['tx'],
    before: readonly ItemRow[],
    { after, atMs }: { after: readonly ItemRow[]; atMs: number },
  ): Promise<void> {
    for (const [i, { id, item, floor: held }] of after.entries()) {
      const floor = floorUnder(item, held, atMs);
      if (item === before[i]?.item && floor === held) continue;
      await tx.update(dialogueItems).set({ item, floor }).where(eq(dialogueItems.id, id));
    }
  }

  return { startDialogue, endDialogue, actOnItem, markAttendance };
}
