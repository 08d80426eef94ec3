import { createHash } from 'node:crypto';
import type { WorkspaceId } from '#domain/ids';
import type { ReadMapping } from '#domain/resource-mapping';

/**
 * Gives every row that came without a mark the id that the same row has on every upload: a second upload of it is the
 * same fact. Rows alike in all are told apart by which of them they are.
 */
export function deriveIds(read: ReadMapping, workspaceId: WorkspaceId): ReadMapping {
  const seen = new Map<string, number>();
  return {
    ...read,
    rows: read.rows.map((row) => {
      if (row.factId !== null) return row;
      const content = JSON.stringify([workspaceId, Object.entries(row.values).sort()]);
      const place = seen.get(content) ?? 0;
      seen.set(content, place + 1);
      return { ...row, isNew: true, factId: uuidOf(`${content}#${place}`) };
    }),
  };
}

/** A UUID of version 8 (RFC 9562): made of a hash. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
