import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { DomainError } from '#domain/errors';
import { type FactsOf, foldName } from '#domain/partners/facts';
import type { OnPartner } from '../partner-subject';
import { type PartTable, partOf, type Writing } from './part';

type Facts = FactsOf<'profile'>;

const table: PartTable<Facts> = {
  async read({ db, reader }, on) {
    const [row] = await reader.select().from(db.tables.partnerProfiles).where(isOf(db, on));
    if (!row) return null;
    const { about, website, instruments, modalities } = row;
    return { about, website, instruments, modalities, aliases: await readAliases({ db, reader }, on) };
  },

  /** Every partner has one from the start, and for good. */
  insert: async () => {
    throw new DomainError({ code: 'invalid_input' });
  },

  async update(writing, on, _id, { aliases, ...row }) {
    const { db, tx } = writing;
    await tx.update(db.tables.partnerProfiles).set(row).where(isOf(db, on));
    await replaceAliases(writing, on, aliases);
  },

  remove: async () => {
    throw new DomainError({ code: 'invalid_input' });
  },
};

export const profilePart = partOf('profile', table);

function isOf(db: Db, { workspaceId, institutionId }: OnPartner) {
  const { partnerProfiles } = db.tables;
  return and(eq(partnerProfiles.workspaceId, workspaceId), eq(partnerProfiles.institutionId, institutionId));
}

async function readAliases(
  { db, reader }: { db: Db; reader: Reader },
  { workspaceId, institutionId }: OnPartner,
): Promise<string[]> {
  const { partnerAliases } = db.tables;
  const rows = await reader
    .select({ name: partnerAliases.name })
    .from(partnerAliases)
    .where(and(eq(partnerAliases.workspaceId, workspaceId), eq(partnerAliases.institutionId, institutionId)))
    .orderBy(asc(partnerAliases.folded));
  return rows.map(({ name }) => name);
}

/** An alias names one partner of the workspace, or an import could not tell by it whose money it reads. */
async function replaceAliases(
  { db, tx }: Writing,
  { workspaceId, institutionId }: OnPartner,
  aliases: string[],
): Promise<void> {
  const { partnerAliases } = db.tables;
  const isHere = eq(partnerAliases.workspaceId, workspaceId);
  await tx.delete(partnerAliases).where(and(isHere, eq(partnerAliases.institutionId, institutionId)));
  if (aliases.length === 0) return;
  const rows = aliases.map((name) => ({ workspaceId, institutionId, name, folded: foldName(name) }));
  const [taken] = await tx
    .select({ name: partnerAliases.name })
    .from(partnerAliases)
    .where(
      and(
        isHere,
        ne(partnerAliases.institutionId, institutionId),
        inArray(
          partnerAliases.folded,
          rows.map(({ folded }) => folded),
        ),
      ),
    );
  if (taken) throw new DomainError({ code: 'conflict', details: { what: 'alias', name: taken.name } });
  await tx.insert(partnerAliases).values(rows);
}
