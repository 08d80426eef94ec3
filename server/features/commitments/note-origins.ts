import { changedFields, originFields } from '#domain/commitments/changed-fields';
import { listOrigins, writeOrigins } from '../provenance';
import { readRecord } from './find-activity';
import type { ActivityRow } from './rows';
import type { Writing, WrittenActivity } from './write-activity';

/**
 * Notes, before an activity is replaced, which of its fields people set: what a file says against them later is a
 * conflict, and of the other fields it is news. Until its first change one origin holds for all fields.
 */
export async function noteOrigins(
  { db, tx, clock }: Writing,
  known: ActivityRow,
  { workspaceId, activity, by, source, sourceText }: WrittenActivity,
): Promise<void> {
  const of = { workspaceId, subjectType: 'activity', subjectId: known.id };
  const { source: earlier, setBy, setFor, setAt } = known;
  if (earlier !== 'iati' && !(await hasOrigins({ db, tx, clock }, of))) {
    const from = { source: earlier, sourceText: known.sourceText, at: setAt };
    const author = { accountId: setBy, institutionId: setFor };
    await writeOrigins({ db, tx, clock }, { of, fields: originFields, by: author, ...from });
  }
  if (source === 'iati') return;
  const { record } = await readRecord({ db, reader: tx }, known);
  const fields = changedFields(record, activity);
  await writeOrigins({ db, tx, clock }, { of, fields, by, source, sourceText });
}

async function hasOrigins(
  { db, tx }: Writing,
  {
    workspaceId,
    subjectType,
    subjectId,
  }: { workspaceId: WrittenActivity['workspaceId'] } & {
    subjectType: string;
    subjectId: string;
  },
): Promise<boolean> {
  const found = await listOrigins({ db, reader: tx }, { workspaceId, subjectType, ids: [subjectId] });
  return found.size > 0;
}
