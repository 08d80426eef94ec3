import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import { conflictsOf, differencesOf, type Fields, pick } from '#domain/partners/differences';
import type { ProposalSubject } from '#domain/partners/kinds';
import type { OriginSource } from '#domain/provenance';
import { newId } from '#server/new-id';
import type { Author, RecordEvent } from '../events';
import { writeOrigins } from '../provenance';
import type { OnPartner } from './partner-subject';
import { parts, subjectTypes } from './parts';

/** In whose name, from what source and in which transaction a part of a record is written. */
export interface PartWrite {
  db: Db;
  tx: Tx;
  clock: Clock;
  record: RecordEvent;
  on: OnPartner;
  by: Author;
  source: OriginSource;
  sourceText?: string;
}

export async function insertPart(write: PartWrite, subject: ProposalSubject, facts: Fields): Promise<string> {
  const { db, tx, clock, on } = write;
  const part = parts[subject];
  const parsed = part.parse(facts);
  const id = newId<string & { readonly __brand: 'partnerPart' }>();
  await part.insert({ db, tx, at: instant(clock) }, on, id, parsed);
  await tell(write, { subject, id, verb: 'added', after: parsed });
  return id;
}

/**
 * Writes the given fields where they stand differently. Throws `stale` where another has set one of them since it was
 * `seen`, and `not_found` for what is not this partner's.
 */
export async function updatePart(
  write: PartWrite,
  subject: ProposalSubject,
  { id, wanted, seen }: { id: string; wanted: Fields; seen?: Fields },
): Promise<void> {
  const { db, tx, clock, on } = write;
  const part = parts[subject];
  const current = await part.read({ db, reader: tx }, on, id);
  if (!current) throw new DomainError({ code: 'not_found' });
  const asked = part.parse({ ...current, ...wanted });
  const changes = differencesOf(seen ? { ...current, ...seen } : current, asked);
  const fields = conflictsOf({ seen: { ...current, ...seen }, wanted: changes, current });
  if (fields.length > 0) throw new DomainError({ code: 'stale', details: { fields } });
  const after = differencesOf(current, changes);
  if (Object.keys(after).length === 0) return;
  await part.update({ db, tx, at: instant(clock) }, on, id, { ...current, ...after });
  await tell(write, { subject, id, verb: 'edited', before: pick(current, Object.keys(after)), after });
}

export async function deletePart(write: PartWrite, subject: ProposalSubject, id: string): Promise<void> {
  const { db, tx, clock, on } = write;
  const before = await parts[subject].read({ db, reader: tx }, on, id);
  if (!before) throw new DomainError({ code: 'not_found' });
  await parts[subject].remove({ db, tx, at: instant(clock) }, on, id);
  await tell(write, { subject, id, verb: 'removed', before });
}

const eventSubjects: Record<ProposalSubject, string> = {
  profile: 'partner',
  focal_person: 'focal_person',
  mandate: 'mandate',
  document: 'partner_document',
};

async function tell(
  write: PartWrite,
  change: { subject: ProposalSubject; id: string; verb: string; before?: Fields; after?: Fields },
): Promise<void> {
  const { on, by, source, sourceText } = write;
  const { subject, id, verb, before, after } = change;
  if (after) {
    const of = { workspaceId: on.workspaceId, subjectType: subjectTypes[subject], subjectId: id };
    await writeOrigins(write, { of, fields: Object.keys(after), by, source, sourceText });
  }
  await write.record({
    workspaceId: on.workspaceId,
    kind: `${eventSubjects[subject]}.${verb}`,
    subjectType: subjectTypes[subject],
    subjectId: id,
    before: before && loggable(subject, before),
    after: { ...(after && loggable(subject, after)), institutionId: on.institutionId },
  });
}

/** The log is kept for ever; who someone is, and how to reach them, must be able to go. */
function loggable(subject: ProposalSubject, fields: Fields): Fields {
  return subject === 'focal_person' ? { fields: Object.keys(fields) } : fields;
}
