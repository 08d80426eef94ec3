import { closeCode } from '#domain/documents/protocol';
import type { Connection } from './connection';
import type { SyncLimits } from './limits';
import { Turnstile } from './turnstile';
import type { Authorisation, Authorise, SyncLogger } from './types';

/** Whose open connections are to be checked again; every field given must match, none given means all. */
export interface GrantFilter {
  accountId?: string;
  sessionId?: string;
  workspaceId?: string;
  documentId?: string;
}

export interface RightsOptions {
  connections: Set<Connection>;
  authorise: Authorise;
  limits: SyncLimits;
  log: SyncLogger;
}

const atOnce = 16;

/** Checks the rights of open connections again whenever they may have changed, a few a turn of the loop. */
export class Rights {
  /** Counts changes, so that an answer from before one, or a connection opened across one, is checked again. */
  changes = 0;
  #isRechecking = false;
  readonly #options: RightsOptions;
  readonly #turnstile: Turnstile;

  constructor(options: RightsOptions) {
    this.#options = options;
    this.#turnstile = new Turnstile({
      sliceMs: 0,
      atOnce,
      onError: (error) => options.log.error({ err: error }, 'rights could not be checked'),
    });
  }

  /**
   * Checks anew after a change. From this call on, no frame of the connections concerned is taken before the answer is
   * in; resolves when all have been kept or closed.
   */
  changed(filter: GrantFilter): Promise<void> {
    this.changes++;
    return this.check([...this.#options.connections].filter((connection) => matches(connection, filter)));
  }

  async check(connections: Connection[]): Promise<void> {
    for (const connection of connections) connection.suspend();
    await Promise.all(connections.map((connection) => this.#checkInTurn(connection)));
  }

  /** Now and then, one after the other: a session may have run out without anyone's doing. */
  async recheck(): Promise<void> {
    if (this.#isRechecking) return;
    this.#isRechecking = true;
    for (const connection of [...this.#options.connections]) {
      const isDue = performance.now() - connection.checkedAt > this.#options.limits.recheckMs;
      if (isDue && !connection.isClosed) await this.#checkInTurn(connection);
    }
    this.#isRechecking = false;
  }

  #checkInTurn(connection: Connection): Promise<void> {
    return this.#turnstile.pass(() => this.#checkOne(connection));
  }

  async #checkOne(connection: Connection): Promise<void> {
    const { authorise, log } = this.#options;
    const { cookie, room } = connection;
    const changesBefore = this.changes;
    let authorisation: Authorisation;
    try {
      authorisation = await authorise({ cookie, documentId: room.documentId });
    } catch (error) {
      log.error({ err: error }, 'rights could not be checked');
      connection.revoke(closeCode.tryAgain, 'rights unknown');
      return;
    }
    if (connection.isClosed) return;
    // Rights changed again meanwhile: this answer may be from before.
    if (changesBefore !== this.changes) return this.#checkOne(connection);
    switch (authorisation.status) {
      case 'granted':
        return connection.resume(authorisation.grant);
      case 'signed_out':
        return connection.revoke(closeCode.signedOut, 'signed out');
      case 'not_found':
        return connection.revoke(closeCode.revoked, 'revoked');
    }
  }
}

function matches(connection: Connection, filter: GrantFilter): boolean {
  const { accountId, sessionId, workspaceId } = connection.grant;
  const of = { accountId, sessionId, workspaceId, documentId: connection.room.documentId };
  return (Object.keys(filter) as (keyof GrantFilter)[]).every((key) => filter[key] === of[key]);
}
