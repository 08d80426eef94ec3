import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { FocalPersonId } from '#domain/ids';
import type { FactsOf } from '#domain/partners/facts';
import type { OnPartner } from '../partner-subject';
import { forgetPerson } from '../persons';
import { type PartTable, partOf } from './part';

type Facts = FactsOf<'focal_person'>;

const table: PartTable<Facts> = {
  async read({ db, reader }, on, id) {
    const [row] = await reader
      .select()
      .from(db.tables.focalPersons)
      .where(isPresent(db, on, id));
    return row ? factsOf(row) : null;
  },

  async insert({ db, tx, at }, on, id, facts) {
    await tx
      .insert(db.tables.focalPersons)
      .values({ ...on, id: id as FocalPersonId, ...facts, createdAt: at });
  },

  async update({ db, tx }, on, id, facts) {
    await tx
      .update(db.tables.focalPersons)
      .set(facts)
      .where(isPresent(db, on, id));
  },

  /** Whoever goes leaves the function behind, and neither name nor address. */
  async remove({ db, tx, at }, on, id) {
    await forgetPerson({ db, tx }, on, id as FocalPersonId);
    const erased = { name: '', email: '', phone: '', hasConsented: false };
    await tx
      .update(db.tables.focalPersons)
      .set({ ...erased, removedAt: at })
      .where(isPresent(db, on, id));
  },
};

export const focalPersonPart = partOf('focal_person', table);

function isPresent(db: Db, { workspaceId, institutionId }: OnPartner, id: string) {
  const { focalPersons } = db.tables;
  return and(
    eq(focalPersons.id, id as FocalPersonId),
    eq(focalPersons.workspaceId, workspaceId),
    eq(focalPersons.institutionId, institutionId),
    isNull(focalPersons.removedAt),
  );
}

export function factsOf(row: Facts): Facts {
  const { country, position, name, email, phone, validFrom, validTo, hasConsented } = row;
  return { country, position, name, email, phone, validFrom, validTo, hasConsented };
}
