import type { AccountId, EventId, InstitutionId, WorkspaceId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';

/**
 * Who did what, for which institution, on what. Append-only: triggers refuse updates and deletes.
 * The feed, notifications, live refresh and audit all read this one table.
 */
export function eventsTables(kit: Kit) {
  const events = kit.table(
    'events',
    {
      id: kit.id<EventId>().primaryKey(),
      at: kit.instant().notNull(),
      workspaceId: kit.id<WorkspaceId>(),
      accountId: kit.id<AccountId>(),
      institutionId: kit.id<InstitutionId>(),
      /** subject.verb in the past, e.g. plan.created. */
      kind: kit.text().notNull(),
      subjectType: kit.text().notNull(),
      subjectId: kit.text().notNull(),
      before: kit.json<Record<string, unknown>>(),
      after: kit.json<Record<string, unknown>>(),
    },
    (t) => [
      kit.index('events_workspace').on(t.workspaceId, t.id),
      kit.index('events_subject').on(t.subjectType, t.subjectId),
    ],
  );
  return { events };
}
