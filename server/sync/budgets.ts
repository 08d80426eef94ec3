import type { SyncLimits } from './limits';
import { Throttle } from './throttle';

/** Whose connection it is, and to what. */
export interface Visitor {
  accountId: string;
  /** The address as limits count it. */
  network: string;
  documentId: string;
}

/** What one connection may still spend: out of its own purse, its person's and its network's. */
export interface Budget {
  /** Takes the cost; gives for how many milliseconds the client must now be held back, mostly 0. */
  take(cost: number): number;
  /** So many bytes of it now wait for the end of their frame; false when that is too much of one person. */
  hold(bytes: number): boolean;
  /** The connection has ended. */
  close(): void;
}

/** What the connections of one person, or of one network, share. */
interface Share {
  throttle: Throttle;
  connections: number;
  heldBytes: number;
  /** How many of the connections are to each document. */
  documents: Map<string, number>;
}

class OpenBudget implements Budget {
  #heldBytes = 0;

  constructor(
    readonly own: Throttle,
    readonly person: Share,
    readonly network: Share,
    readonly documentId: string,
    readonly heldBytesPerPerson: number,
  ) {}

  take(cost: number): number {
    const { own, person, network } = this;
    return Math.max(own.take(cost), person.throttle.take(cost), network.throttle.take(cost));
  }

  hold(bytes: number): boolean {
    this.person.heldBytes += bytes - this.#heldBytes;
    this.#heldBytes = bytes;
    return this.person.heldBytes <= this.heldBytesPerPerson;
  }

  close(): void {
    this.hold(0);
    leave(this.person, this.documentId);
    leave(this.network, this.documentId);
  }
}

/** How much connections, people and networks may do, so that nobody's share is taken by someone else. */
export class Budgets {
  readonly #people = new Map<string, Share>();
  readonly #networks = new Map<string, Share>();
  readonly #limits: SyncLimits;

  constructor(limits: SyncLimits) {
    this.#limits = limits;
  }

  /** A budget for another connection, or the reason why there is none. */
  open(visitor: Visitor): Budget | string {
    const { connectionsPerAccount, connectionsPerNetwork, documentsPerAccount, heldBytesPerPerson } =
      this.#limits;
    const { ofConnection, ofPerson, ofNetwork } = this.#limits.rates;
    const person = shareOf(this.#people, visitor.accountId, ofPerson);
    const network = shareOf(this.#networks, visitor.network, ofNetwork);
    if (person.connections >= connectionsPerAccount) return 'too many connections';
    if (network.connections >= connectionsPerNetwork) return 'too many connections';
    const isNewDocument = !person.documents.has(visitor.documentId);
    if (isNewDocument && person.documents.size >= documentsPerAccount) return 'too many documents';
    enter(person, visitor.documentId);
    enter(network, visitor.documentId);
    return new OpenBudget(
      new Throttle(ofConnection),
      person,
      network,
      visitor.documentId,
      heldBytesPerPerson,
    );
  }

  /** Forgets those of whom there is nothing to remember. */
  sweep(): void {
    for (const shares of [this.#people, this.#networks]) {
      for (const [key, { connections, throttle }] of shares) {
        if (connections === 0 && throttle.isFull) shares.delete(key);
      }
    }
  }
}

function shareOf(shares: Map<string, Share>, key: string, rate: SyncLimits['rates']['ofPerson']): Share {
  const known = shares.get(key);
  if (known) return known;
  const share = {
    throttle: new Throttle(rate),
    connections: 0,
    heldBytes: 0,
    documents: new Map<string, number>(),
  };
  shares.set(key, share);
  return share;
}

function enter(share: Share, documentId: string): void {
  share.connections++;
  share.documents.set(documentId, (share.documents.get(documentId) ?? 0) + 1);
}

function leave(share: Share, documentId: string): void {
  share.connections--;
  const left = (share.documents.get(documentId) ?? 0) - 1;
  if (left > 0) share.documents.set(documentId, left);
  else share.documents.delete(documentId);
}
