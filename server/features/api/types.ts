import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { Background } from '#server/background';
import type { Events } from '../events';
import type { Workspaces } from '../workspaces';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  background: Background;
  workspaces: Pick<Workspaces, 'listStandings'>;
  /** The address people type; links in answers begin with it. */
  publicUrl: string;
  /** Pages of other origins that may read the API from a browser; none unless configured. */
  allowedOrigins: readonly string[];
  /** Requests of one token within a minute. */
  requestsPerMinute?: number;
  onError: (error: unknown) => void;
}
