import { asc } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { PlanId } from '#domain/ids';
import type { Projected } from './projection/project';

/** Rebuilds the rows of every plan, archived ones too, from the log of its document; says what it did. */
export async function reprojectAll({
  db,
  rebuild,
  say,
}: {
  db: Db;
  rebuild: (planId: PlanId) => Promise<Projected>;
  say: (line: string) => void;
}): Promise<void> {
  const { plans } = db.tables;
  const all = await db.read.select({ id: plans.id, title: plans.title }).from(plans).orderBy(asc(plans.id));
  let rewritten = 0;
  for (const { id, title } of all) {
    const { changed, actions } = await rebuild(id);
    rewritten += changed;
    say(`${title}: ${actions} actions, ${changed} rewritten`);
  }
  say(`Plans: ${all.length}. Actions rewritten: ${rewritten}.`);
}
