import { and, eq, isNull, ne } from 'drizzle-orm';
import { DomainError } from '#domain/errors';
import type { MandateId } from '#domain/ids';
import type { FactsOf } from '#domain/partners/facts';
import { overlap } from '#domain/partners/in-force';
import { columnsOfPlace, placeOf } from '#domain/partners/place';
import type { OnPartner } from '../partner-subject';
import { type PartTable, partOf, type Writing } from './part';

type Facts = FactsOf<'mandate'>;

const table: PartTable<Facts> = {
  async read({ db, reader }, on, id) {
    const { mandates } = db.tables;
    const [row] = await reader
      .select()
      .from(mandates)
      .where(and(eq(mandates.id, id as MandateId), isOpenOf({ db }, on)));
    return row ? factsOf(row) : null;
  },

  async insert(writing, on, id, facts) {
    await assertAlone(writing, on, id, facts);
    const { db, tx, at } = writing;
    await tx
      .insert(db.tables.mandates)
      .values({ ...on, id: id as MandateId, ...rowOf(facts), createdAt: at });
  },

  async update(writing, on, id, facts) {
    await assertAlone(writing, on, id, facts);
    const { db, tx } = writing;
    const { mandates } = db.tables;
    await tx
      .update(mandates)
      .set(rowOf(facts))
      .where(and(eq(mandates.id, id as MandateId), isOpenOf({ db }, on)));
  },

  async remove({ db, tx, at }, on, id) {
    const { mandates } = db.tables;
    await tx
      .update(mandates)
      .set({ removedAt: at })
      .where(and(eq(mandates.id, id as MandateId), isOpenOf({ db }, on)));
  },
};

export const mandatePart = partOf('mandate', table);

function isOpenOf({ db }: Pick<Writing, 'db'>, { workspaceId, institutionId }: OnPartner) {
  const { mandates } = db.tables;
  return and(
    eq(mandates.workspaceId, workspaceId),
    eq(mandates.institutionId, institutionId),
    isNull(mandates.removedAt),
  );
}

/** A mandate is one partner's theme, place, instrument and role: entered twice for the same days it counts double. */
async function assertAlone({ db, tx }: Writing, on: OnPartner, id: string, facts: Facts): Promise<void> {
  const { mandates } = db.tables;
  const rows = await tx
    .select()
    .from(mandates)
    .where(
      and(
        isOpenOf({ db }, on),
        ne(mandates.id, id as MandateId),
        eq(mandates.theme, facts.theme),
        eq(mandates.instrument, facts.instrument),
        eq(mandates.role, facts.role),
      ),
    );
  const same = rows.find((row) => placeOf(row) === facts.place && overlap(row, facts));
  if (same) throw new DomainError({ code: 'conflict', details: { what: 'mandate', id: same.id } });
}

function rowOf({ place, ...facts }: Facts) {
  return { ...facts, ...columnsOfPlace(place) };
}

export function factsOf(
  row: Omit<Facts, 'place'> & { country: string | null; region: string | null },
): Facts {
  const { theme, instrument, role, approach, validFrom, validTo, evidenceUrl, lastReviewedOn } = row;
  const dates = { validFrom, validTo, lastReviewedOn };
  return { theme, place: placeOf(row), instrument, role, approach, evidenceUrl, ...dates };
}
