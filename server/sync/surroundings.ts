import type { Ending } from './closes';
import type { Connection } from './connection';
import type { Joins } from './joins';
import type { SyncLimits } from './limits';
import type { Meter } from './meter';
import type { Room } from './room';

/** What a connection needs from the engine around it. */
export interface Surroundings {
  limits: SyncLimits;
  joins: Joins;
  scheduleCommit(room: Room): void;
  schedulePresence(room: Room): void;
  meter: Meter;
  onClosed(connection: Connection, ending: Ending): void;
}
