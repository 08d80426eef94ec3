import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import { standingAnswer } from '#domain/dialogues/kept-answer';
import { localTimeAt } from '#domain/dialogues/local-time';
import { correctionsOf } from '#domain/dialogues/minutes';
import { isInYears, type ParticipationRecord, type YearRange } from '#domain/dialogues/participation';
import type { DialogueId, WorkspaceId } from '#domain/ids';
import { nextTurn } from '#server/turn';

/** A dialogue that has begun, and who took part in it. */
export interface HeldDialogue {
  dialogue: {
    id: DialogueId;
    /** 2026/03 */
    number: string;
    title: string;
    startsAt: string;
    timeZone: string;
  };
  record: ParticipationRecord;
}

/** So few dialogues are read at once that others who wait are served in between. */
const atOnce = 5;

/** Reads records whole, also what some may not know. */
export function recordReader({ tables, read }: Db) {
  const { dialogues, dialogueInvitations, attendanceMarks, dialogueItems } = tables;
  const { dialogueProposals, positions, dialogueMinutes, dialogueFeedback } = tables;

  /** Those that began in the period by the clocks of their place, the latest first, and all years that have some. */
  return async function readRecords(
    workspaceId: WorkspaceId,
    period: YearRange,
  ): Promise<{ held: HeldDialogue[]; years: number[] }> {
    const begun = (await listBegun(workspaceId)).map((row) => ({
      row,
      year: Number(localTimeAt(Date.parse(row.startsAt), row.timeZone).date.slice(0, 4)),
    }));
    const rows = begun.filter(({ year }) => isInYears(period, year)).map(({ row }) => row);
    const held: HeldDialogue[] = [];
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce);
      const parts = await readParts(some.map(({ id }) => id));
      for (const { id, year, number, title, startsAt, timeZone, isChathamHouse, endedAt } of some)
        held.push({
          dialogue: {
            ...{ id, title, startsAt, timeZone },
            number: `${year}/${String(number).padStart(2, '0')}`,
          },
          record: { isChathamHouse, endedAt, ...parts(id) },
        });
      await nextTurn();
    }
    return {
      held,
      years: [...new Set(begun.map(({ year }) => year))].sort((a, b) => b - a),
    };
  };

  function listBegun(workspaceId: WorkspaceId) {
    return read
      .select()
      .from(dialogues)
      .where(
        and(
          eq(dialogues.workspaceId, workspaceId),
          isNotNull(dialogues.startedAt),
          isNull(dialogues.cancelledAt),
        ),
      )
      .orderBy(desc(dialogues.startsAt), desc(dialogues.id));
  }

  async function readParts(ids: DialogueId[]) {
    const [invitations, marks, items, taken, minutes, feedback] = await Promise.all([
      read
        .select({
          dialogueId: dialogueInvitations.dialogueId,
          institutionId: dialogueInvitations.institutionId,
          answer: dialogueInvitations.answer,
          answeredAt: dialogueInvitations.answeredAt,
        })
        .from(dialogueInvitations)
        .where(inArray(dialogueInvitations.dialogueId, ids)),
      read
        .selectDistinct({
          dialogueId: attendanceMarks.dialogueId,
          institutionId: attendanceMarks.institutionId,
          state: attendanceMarks.state,
        })
        .from(attendanceMarks)
        .where(and(inArray(attendanceMarks.dialogueId, ids), isNull(attendanceMarks.takenBackAt))),
      read
        .select({
          dialogueId: dialogueItems.dialogueId,
          id: dialogueItems.id,
          confidentiality: dialogueItems.confidentiality,
          floor: dialogueItems.floor,
        })
        .from(dialogueItems)
        .where(inArray(dialogueItems.dialogueId, ids)),
      read
        .selectDistinct({
          dialogueId: dialogueProposals.dialogueId,
          itemId: dialogueProposals.itemId,
          proposalId: positions.proposalId,
          institutionId: positions.institutionId,
        })
        .from(positions)
        .innerJoin(dialogueProposals, eq(dialogueProposals.id, positions.proposalId))
        .where(inArray(dialogueProposals.dialogueId, ids)),
      read
        .select({ dialogueId: dialogueMinutes.dialogueId, minutes: dialogueMinutes.minutes })
        .from(dialogueMinutes)
        .where(inArray(dialogueMinutes.dialogueId, ids)),
      read
        .select({
          dialogueId: dialogueFeedback.dialogueId,
          institutionId: dialogueFeedback.institutionId,
          heard: dialogueFeedback.heard,
        })
        .from(dialogueFeedback)
        .where(inArray(dialogueFeedback.dialogueId, ids)),
    ]);
    const of = {
      invitations: byDialogue(invitations.map((one) => ({ ...one, answer: standingAnswer(one) }))),
      marks: byDialogue(marks),
      items: byDialogue(items),
      positions: byDialogue(taken),
      minutes: byDialogue(minutes),
      feedback: byDialogue(feedback),
    };
    return (id: DialogueId) => ({
      invitations: of.invitations(id),
      marks: of.marks(id),
      items: of.items(id),
      positions: of.positions(id),
      corrections: of.minutes(id).flatMap((one) => correctionsOf(one.minutes)),
      feedback: of.feedback(id),
    });
  }
}

function byDialogue<Row extends { dialogueId: DialogueId }>(rows: readonly Row[]) {
  const grouped = new Map<DialogueId, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row.dialogueId);
    if (group) group.push(row);
    else grouped.set(row.dialogueId, [row]);
  }
  return (id: DialogueId): Row[] => grouped.get(id) ?? [];
}
