import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import type { FocalPersonId } from '#domain/ids';
import type { Fields } from '#domain/partners/differences';
import type { OnPartner } from './partner-subject';

/** Who someone is and how to reach them; the function and its dates are the partner's own. */
const personalFields = ['name', 'email', 'phone'];

/** Whether others than the partner may see who it is. */
export function mayShowPerson(person: Fields): boolean {
  return person.hasConsented === true;
}

/** The same without what is personal. */
export function impersonal(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !personalFields.includes(name)));
}

/** Takes what is personal out of the proposals about someone who is removed. */
export async function forgetPerson(
  { db, tx }: { db: Db; tx: Tx },
  { workspaceId }: OnPartner,
  id: FocalPersonId,
): Promise<void> {
  const { changeProposals: table } = db.tables;
  const rows = await tx
    .select()
    .from(table)
    .where(and(eq(table.workspaceId, workspaceId), eq(table.subjectId, id)));
  for (const row of rows) {
    const rest = { changes: impersonal(row.changes), before: impersonal(row.before) };
    await tx.update(table).set(rest).where(eq(table.id, row.id));
  }
}
