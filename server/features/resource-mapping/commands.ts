import { and, eq, isNull } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { ResourceMappingId } from '#domain/ids';
import type { Language } from '#domain/languages';
import { authorise } from '#domain/policy';
import type { MappingWords, ReadMapping, RowState } from '#domain/resource-mapping';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import { compareMapping } from './compare';
import { deriveIds } from './derive-ids';
import type { Dependencies, InWorkspace, MappingPreview, OnMapping } from './types';

export function mappingCommands({ db, clock, events, runTask }: Dependencies) {
  const { resourceMappings } = db.tables;

  /** Reads a workbook and keeps its rows beside the registry, which stays as it is. Throws `unsupported_file`, `too_large`. */
  async function startMapping({
    actor,
    workspaceId,
    name,
    bytes,
    languages,
    language,
  }: InWorkspace & {
    name: string;
    bytes: Uint8Array;
    /** The workbook's words in every language. */
    languages: MappingWords[];
    /** Decides what "1,234" is. */
    language: Language;
  }): Promise<ResourceMappingId> {
    authorise(actor, 'registry.import', { workspaceId });
    const read = await runTask('read', { name, bytes, languages, language });
    const id = newId<ResourceMappingId>();
    const sourceName = name.slice(0, 200);
    await events.commit(authorOf(actor), async (tx, record) => {
      await tx.insert(resourceMappings).values({
        id,
        workspaceId,
        accountId: actor.accountId,
        sourceName,
        rows: deriveIds(read, workspaceId),
        createdAt: instant(clock),
        appliedAt: null,
      });
      await record({ ...about(workspaceId, id), kind: 'resource_mapping.started', after: { sourceName } });
    });
    return id;
  }

  /** What the workbook would do to the registry as it is now. One's own only. */
  async function previewMapping(on: OnMapping): Promise<MappingPreview> {
    const { id, sourceName, createdAt, appliedAt, read } = await findOwn(on);
    const rows = await compareMapping({ db }, { ...on, read });
    const counts: Record<RowState, number> = { new: 0, changed: 0, unchanged: 0, refused: 0, error: 0 };
    for (const row of rows) counts[row.state] += 1;
    return { id, sourceName, createdAt, appliedAt, places: read.places, counts, rows };
  }

  /** Throws the rows away. Throws `conflict` once they were written. */
  async function discardMapping(on: OnMapping): Promise<void> {
    const { id, sourceName } = await findOwn(on);
    await events.commit(authorOf(on.actor), async (tx, record) => {
      const gone = await tx
        .delete(resourceMappings)
        .where(and(eq(resourceMappings.id, id), isNull(resourceMappings.appliedAt)))
        .returning({ id: resourceMappings.id });
      if (gone.length === 0) throw new DomainError({ code: 'conflict' });
      await record({
        ...about(on.workspaceId, id),
        kind: 'resource_mapping.discarded',
        before: { sourceName },
      });
    });
  }

  /** Throws `not_found` for another workspace's and for another person's. */
  async function findOwn({ actor, workspaceId, mappingId }: OnMapping) {
    authorise(actor, 'registry.import', { workspaceId });
    const [row] = await db.read
      .select()
      .from(resourceMappings)
      .where(
        and(
          eq(resourceMappings.id, mappingId),
          eq(resourceMappings.workspaceId, workspaceId),
          eq(resourceMappings.accountId, actor.accountId),
        ),
      );
    if (!row) throw new DomainError({ code: 'not_found' });
    return { ...row, read: row.rows as ReadMapping };
  }

  return { startMapping, previewMapping, discardMapping, findOwn };
}

export function about(workspaceId: InWorkspace['workspaceId'], id: ResourceMappingId) {
  return { workspaceId, subjectType: 'resourceMapping', subjectId: id };
}

export function authorOf(actor: Actor) {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}
