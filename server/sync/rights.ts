import { closeCode } from '#domain/documents/protocol';
import type { Connection } from './connection';
import type { SyncLimits } from './limits';
import { Turnstile } from './turnstile';
import type { Authorisation, Authorise, Grant, SyncLogger } from './types';

/** Whose open connections are to be checked again; every field given must match, none given means all. */
export interface GrantFilter {
  accountId?: string;
  sessionId?: string;
  workspaceId?: string;
  documentId?: string;
}

/** As much of a connection as counts here. */
export type Checked = Pick<
  Connection,
  'grant' | 'cookie' | 'room' | 'checkedAt' | 'isClosed' | 'suspensions' | 'suspend' | 'resume' | 'revoke'
>;

export interface RightsOptions {
  connections: Set<Checked>;
  authorise: Authorise;
  limits: Pick<SyncLimits, 'recheckMs'>;
  log: SyncLogger;
}

const atOnce = 16;
/** Whose rights change again during so many look-ups in a row is asked to come back, rather than kept waiting. */
const mostTries = 20;

type Answer = Authorisation | { status: 'unknown' };

/** Checks the rights of open connections again whenever they may have changed, a few a turn of the loop. */
export class Rights {
  /** Counts changes, so that a connection opened across one is checked again. */
  changes = 0;
  #isRechecking = false;
  /** Checks that wait for their turn or are under way: one a connection, which takes in what changes meanwhile. */
  readonly #checks = new Map<Checked, Promise<void>>();
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

  async check(connections: Checked[]): Promise<void> {
    for (const connection of connections) connection.suspend();
    await Promise.all(connections.map((connection) => this.#checkInTurn(connection)));
  }

  /** Now and then, one after the other: a session may have run out without anyone's doing. */
  async recheck(): Promise<void> {
    if (this.#isRechecking) return;
    this.#isRechecking = true;
    try {
      for (const connection of [...this.#options.connections]) {
        const isDue = performance.now() - connection.checkedAt > this.#options.limits.recheckMs;
        if (isDue && !connection.isClosed) await this.#checkInTurn(connection);
      }
    } finally {
      this.#isRechecking = false;
    }
  }

  #checkInTurn(connection: Checked): Promise<void> {
    const known = this.#checks.get(connection);
    if (known) return known;
    const check = this.#turnstile.pass(() => this.#checkOne(connection));
    this.#checks.set(connection, check);
    return check;
  }

  async #checkOne(connection: Checked): Promise<void> {
    for (let tries = 1; ; tries++) {
      const before = connection.suspensions;
      const answer = await this.#lookUp(connection);
      // Its rights changed again meanwhile: this answer may be from before.
      const isStale = connection.suspensions !== before;
      if (isStale && tries < mostTries && !connection.isClosed) continue;
      // From here on a change needs a check of its own.
      this.#checks.delete(connection);
      return this.#apply(connection, isStale ? { status: 'unknown' } : answer);
    }
  }

  async #lookUp({ cookie, room }: Checked): Promise<Answer> {
    try {
      return await this.#options.authorise({ cookie, documentId: room.documentId });
    } catch (error) {
      this.#options.log.error({ err: error }, 'rights could not be checked');
      return { status: 'unknown' };
    }
  }

  #apply(connection: Checked, answer: Answer): void {
    if (connection.isClosed) return;
    switch (answer.status) {
      case 'granted':
        this.#resume(connection, answer.grant);
        break;
      case 'signed_out':
        connection.revoke(closeCode.signedOut, 'signed out');
        break;
      case 'not_found':
        connection.revoke(closeCode.revoked, 'revoked');
        break;
      case 'unknown':
        connection.revoke(closeCode.tryAgain, 'rights unknown');
    }
  }

  #resume(connection: Checked, grant: Grant): void {
    try {
      connection.resume(grant);
    } catch (error) {
      this.#options.log.error({ err: error }, 'a connection could not go on');
      connection.revoke(closeCode.tryAgain, 'rights unknown');
    }
  }
}

function matches({ grant, room }: Checked, filter: GrantFilter): boolean {
  const { accountId, sessionId, workspaceId } = grant;
  const of = { accountId, sessionId, workspaceId, documentId: room.documentId };
  return (Object.keys(filter) as (keyof GrantFilter)[]).every((key) => filter[key] === of[key]);
}
