import type { Db, Tx } from '#db/db';
import type { Clock } from '#domain/clock';
import { instant } from '#domain/clock';
import type { AccountId, EventId, InstitutionId, WorkspaceId } from '#domain/ids';
import { newId } from '#server/new-id';

/** By whom and for which institution; both null for what the system does itself. */
export interface Author {
  accountId: AccountId | null;
  institutionId: InstitutionId | null;
}

export interface NewEvent {
  workspaceId: WorkspaceId | null;
  /** subject.verb in the past: plan.created. */
  kind: string;
  subjectType: string;
  subjectId: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

export interface RecordedEvent extends Author, NewEvent {
  id: EventId;
  at: string;
}

/** `by` when one commit tells of several people's acts. */
export type RecordEvent = (event: NewEvent, by?: Author) => Promise<void>;

/** Runs a command's writes and its events in one transaction; listeners hear of them once it has committed. */
export type Commit = <T>(author: Author, work: (tx: Tx, record: RecordEvent) => Promise<T>) => Promise<T>;

export type EventListener = (event: RecordedEvent) => void;

export interface Events {
  commit: Commit;
  /** Calls the listener after each commit; returns how to stop. A listener that throws harms nobody. */
  subscribe(listener: EventListener): () => void;
}

export function makeEvents({
  db,
  clock,
  onError,
}: {
  db: Db;
  clock: Clock;
  onError: (error: unknown) => void;
}): Events {
  const listeners = new Set<EventListener>();

  async function commit<T>(author: Author, work: (tx: Tx, record: RecordEvent) => Promise<T>): Promise<T> {
    let recorded: RecordedEvent[] = [];
    const result = await db.transaction(async (tx) => {
      recorded = []; // PostgreSQL may run this again after a conflict.
      return work(tx, async (event, by = author) => {
        const row = { ...event, ...by, id: newId<EventId>(), at: instant(clock) };
        await tx.insert(db.tables.events).values(row);
        recorded.push(row);
      });
    });
    for (const event of recorded) tell(event);
    return result;
  }

  function tell(event: RecordedEvent): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        onError(error);
      }
    }
  }

  function subscribe(listener: EventListener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return { commit, subscribe };
}
