import type { BackupValue, RowChange } from '#db/backup';
import type { Clock } from '#domain/clock';

/**
 * Gives every document a new epoch as it is restored: a browser that still has what came after the backup is told
 * that the document was replaced, instead of merging half of a lost future into the past. The epoch is the second of
 * the restore, so that two restores of one backup differ too.
 */
export function makeNewEpochs(clock: Clock): RowChange {
  const now = Math.floor(clock.now().getTime() / 1_000);
  const changed = new Map<BackupValue, { from: number; to: number }>();

  return ({ name, columns }, row) => {
    const at = (column: string) => columns.findIndex(([known]) => known === column);
    const epochAt = at('epoch');
    if (epochAt < 0) return row;
    const epoch = row[epochAt] as number;
    if (name === 'documents')
      changed.set(row[at('id')] ?? null, { from: epoch, to: Math.max(now, epoch + 1) });
    const document = changed.get(row[at(name === 'documents' ? 'id' : 'document_id')] ?? null);
    // What belongs to an epoch before that, and rows that are not a document's own, stay as they are.
    if (!document || document.from !== epoch) return row;
    return row.with(epochAt, document.to);
  };
}
