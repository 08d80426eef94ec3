import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { ResourceMappingId, WorkspaceId } from '#domain/ids';
import type { ComparedRow, RowState } from '#domain/resource-mapping';
import type { Actor } from '#domain/workspaces/actor';
import type { Events } from '../events';
import type { RunMappingTask } from './mapping-tasks';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  /** Where workbooks are read and written: a thread beside the server. */
  runTask: RunMappingTask;
}

export interface InWorkspace {
  actor: Actor;
  workspaceId: WorkspaceId;
}

export interface OnMapping extends InWorkspace {
  mappingId: ResourceMappingId;
}

/** Everything to look at before confirming. */
export interface MappingPreview {
  id: ResourceMappingId;
  sourceName: string;
  createdAt: string;
  appliedAt: string | null;
  /** Where each column stands in the sheet, from 0. */
  places: Partial<Record<string, number>>;
  counts: Record<RowState, number>;
  rows: ComparedRow[];
}
