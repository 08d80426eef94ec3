import * as decoding from 'lib0/decoding';
import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import {
  addressParameter,
  closeCode,
  durableMessage,
  messageType,
  type PresenceUser,
  syncPath,
} from '#domain/documents/protocol';
import { planSchema } from '#domain/plans/types';
import type { Person } from './document-context';
import { noteLocalCopy } from './local-copies';
import { probeWebSocket, socketBy } from './open-socket';
import { dropOrphans } from './orphans';
import { readPeople } from './people';
import { SaveLedger } from './save-ledger';
import type { RefusedReason, SaveState } from './save-state';
import { whenStored } from './stored-edits';
import { makeUnsavedCount } from './unsaved-count';
import { Ways, wayStoreOfTab } from './ways';

/** How long to wait for this browser's own copy before connecting without it. */
const localCopyTimeoutMs = 4_000;
/** How long the first attempt to connect may take, by both ways, before the person is told that they are offline. */
const firstAttemptMs = 8_000;
/** How often a page that is connected over HTTP asks whether WebSockets get through by now. */
const probeEveryMs = 600_000;
/** How long a page that was left keeps its connection to get the last edits acknowledged. */
const lingerMs = 15_000;

/** What has been found out about this network goes for all documents of the page. */
const ways = new Ways(wayStoreOfTab());

const reasonOf: Record<number, RefusedReason> = {
  [closeCode.malformed]: 'malformed',
  [closeCode.signedOut]: 'signed_out',
  [closeCode.revoked]: 'revoked',
  [closeCode.otherEpoch]: 'other_epoch',
  [closeCode.tooLarge]: 'too_large',
  [closeCode.oldSchema]: 'old_schema',
  [closeCode.damaged]: 'damaged',
  // Sending it again would not help.
  [closeCode.tooMuch]: 'too_much',
};

export interface ConnectionOptions {
  documentId: string;
  epoch: number;
  accountId: string;
  canWrite: boolean;
}

/** One open document: its Yjs doc, the copy in this browser, the socket, and the truth about what is saved. */
export class DocumentConnection {
  readonly doc = new Doc();
  hasContent = false;
  saveState: SaveState = { state: 'loading' };
  /** Edits of an earlier visit could not be sent, since this browser had lost what they stood on. */
  hasLostEdits = false;
  /** Frames travel over HTTP: slower, and all the rest as ever. */
  isOverHttp = false;
  people: Person[] = [];
  readonly #canWrite: boolean;
  readonly #provider: WebsocketProvider;
  readonly #localCopy: IndexeddbPersistence;
  readonly #ledger: SaveLedger;
  readonly #count: ReturnType<typeof makeUnsavedCount>;
  /** Edits of this visit that this browser has on its disk. */
  #stored = 0;
  #isStoring = false;
  readonly #listeners = new Set<() => void>();
  readonly #peopleListeners = new Set<() => void>();
  #refused: RefusedReason | null = null;
  #isFirstAttempt = true;
  #waysLeft = 2;
  #probeTimer: ReturnType<typeof setInterval> | undefined;
  #isClosing = false;
  #isClosed = false;

  constructor({ documentId, epoch, accountId, canWrite }: ConnectionOptions) {
    this.#canWrite = canWrite;
    // A reader's copy is another one: edits kept from when they could write must not look like the plan.
    const name = ['concord', accountId, documentId, epoch, ...(canWrite ? [] : ['read'])].join(':');
    noteLocalCopy(name);
    this.#count = makeUnsavedCount(name, `:${this.doc.clientID}`);
    this.#ledger = new SaveLedger(this.#count.read());
    // Before the provider listens, so that an edit is counted before its frame is sent.
    this.doc.on('update', this.#onUpdate);
    this.#localCopy = new IndexeddbPersistence(name, this.doc);
    this.#provider = new WebsocketProvider(`${socketOrigin()}${syncPath}`, documentId, this.doc, {
      connect: false,
      disableBc: true,
      params: {
        [addressParameter.ack]: '1',
        [addressParameter.epoch]: String(epoch),
        [addressParameter.schema]: String(planSchema),
        [addressParameter.client]: String(this.doc.clientID),
        [addressParameter.account]: accountId,
      },
      WebSocketPolyfill: socketBy({
        clientId: this.doc.clientID,
        ways,
        onSyncFrame: (step) => this.#ledger.frameSent(step),
      }),
      shouldReconnect: ({ code }) => reasonOf[code] === undefined,
    });
    this.#listen();
    void this.#connect();
  }

  get awareness() {
    return this.#provider.awareness;
  }

  /** What this page tells about the person; the server replaces it by what it knows. */
  identify(user: PresenceUser): void {
    this.awareness.setLocalStateField('user', user);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly subscribePeople = (listener: () => void): (() => void) => {
    this.#peopleListeners.add(listener);
    return () => this.#peopleListeners.delete(listener);
  };

  /** Leaves the document; edits on their way are given time to be acknowledged. */
  close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.awareness.setLocalState(null);
    if (this.#ledger.unsaved === 0 || !this.#provider.wsconnected) this.#destroy();
    else setTimeout(() => this.#destroy(), lingerMs);
  }

  #listen(): void {
    const provider = this.#provider;
    provider.messageHandlers[durableMessage] = (_encoder, decoder) => {
      this.#ledger.acknowledged(decoding.readVarUint(decoder));
      // The right to write is back: whatever was refused has been asked for again.
      if (this.#refused === 'read_only') this.#refused = null;
      this.#refresh();
      if (this.#isClosing && this.#ledger.unsaved === 0) this.#destroy();
    };
    provider.messageHandlers[messageType.auth] = () => this.#refuse('read_only');
    provider.on('status', ({ status }) => {
      if (status !== 'connecting') this.#isFirstAttempt = false;
      if (status === 'connected') {
        this.#ledger.socketOpened();
        // A new clock, or others would not see us again until the next renewal.
        if (!this.#isClosing) this.awareness.setLocalState(this.awareness.getLocalState());
      }
      this.#followWay();
      this.#refresh();
    });
    provider.on('connection-error', () => {
      this.#waysLeft--;
      if (this.#waysLeft <= 0) this.#endFirstAttempt();
    });
    provider.on('sync', () => {
      this.#giveUpOrphans();
      this.#refresh();
    });
    provider.on('closed', ({ code }) => this.#refuse(reasonOf[code] ?? 'revoked'));
    this.awareness.on('change', () => {
      this.people = readPeople(this.awareness);
      for (const listener of this.#peopleListeners) listener();
    });
  }

  /** The browser's own copy first: what was edited offline must be in the doc when the server asks for it. */
  async #connect(): Promise<void> {
    const isLoaded = this.#localCopy.whenSynced.then(() => {
      this.#ledger.copyLoaded();
      // It came too late for what was sent at the opening, which alone vouches for it.
      if (this.#ledger.carried > 0 && this.#provider.wsconnected) this.#tryAnew();
      this.#giveUpOrphans();
      void this.#followStoring();
      return true;
    });
    const isLate = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), localCopyTimeoutMs));
    await Promise.race([isLoaded, isLate]);
    if (this.#isClosed) return;
    this.#isFirstAttempt = navigator.onLine;
    this.#provider.connect();
    setTimeout(this.#endFirstAttempt, firstAttemptMs);
    window.addEventListener('offline', this.#tryAnew);
    window.addEventListener('online', this.#tryOnOtherNetwork);
    this.#refresh();
  }

  readonly #endFirstAttempt = (): void => {
    this.#isFirstAttempt = false;
    this.#refresh();
  };

  /** Over HTTP it is asked now and then, and at once, since the server may only have been restarting. */
  #followWay(): void {
    const isOverHttp = this.#provider.wsconnected && ways.next === 'http';
    if (isOverHttp === this.isOverHttp) return;
    this.isOverHttp = isOverHttp;
    clearInterval(this.#probeTimer);
    if (!isOverHttp) return;
    void this.#probe();
    this.#probeTimer = setInterval(() => void this.#probe(), probeEveryMs);
  }

  async #probe(): Promise<void> {
    if (!(await probeWebSocket(this.#provider.url)) || !this.isOverHttp) return;
    ways.forget();
    this.#tryAnew();
  }

  /** A socket does not notice for half a minute that the network has gone; the browser does at once. */
  readonly #tryAnew = (): void => {
    if (this.#refused || this.#isClosing) return;
    this.#provider.disconnect();
    this.#provider.connect();
    this.#refresh();
  };

  readonly #tryOnOtherNetwork = (): void => {
    ways.forget();
    this.#tryAnew();
  };

  /**
   * Once this browser's copy and all that the server has are there, what still cannot be placed never will be. It
   * would hold back every acknowledgement, so it goes, and the person is told.
   */
  #giveUpOrphans(): void {
    if (!this.#provider.synced || !this.#localCopy.synced || this.#isClosing) return;
    if (!dropOrphans(this.doc)) return;
    this.hasLostEdits = true;
    void storeState(this.#localCopy);
    this.#tryAnew();
    for (const listener of this.#listeners) listener();
  }

  /** The person has read that edits were lost. */
  readonly forgetLostEdits = (): void => {
    this.hasLostEdits = false;
    for (const listener of this.#listeners) listener();
  };

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider || origin === this.#localCopy) {
      if (!this.hasContent) this.#refresh();
      return;
    }
    this.#ledger.edited();
    void this.#followStoring();
    this.#refresh();
  };

  async #followStoring(): Promise<void> {
    if (this.#isStoring) return;
    this.#isStoring = true;
    // The copy begins to write an edit right after it was counted here.
    await null;
    for (let made = this.#stored; made < this.#ledger.made; this.#refresh()) {
      made = this.#ledger.made;
      if (this.#isClosed || !(await whenStored(this.#localCopy))) break;
      this.#stored = made;
    }
    this.#isStoring = false;
  }

  #refuse(reason: RefusedReason): void {
    this.#refused = reason;
    this.#refresh();
  }

  #refresh(): void {
    const edits = this.#ledger.unsaved;
    this.hasContent ||= this.#provider?.synced === true || this.doc.store.clients.size > 0;
    if (this.#canWrite) this.#keepCount();
    guardClosing(this, this.#canWrite && edits > 0 && !this.#isClosed);
    const next = this.#currentState(edits);
    const told = JSON.stringify([next, this.hasContent, this.isOverHttp]);
    if (told === this.#told) return;
    this.#told = told;
    this.saveState = next;
    for (const listener of this.#listeners) listener();
  }
  #told = '';

  #keepCount(): void {
    const { unsaved, carried } = this.#ledger;
    this.#count.keep(unsaved - carried);
    if (carried === 0) this.#count.dropEarlier();
  }

  #currentState(edits: number): SaveState {
    if (this.#refused === 'read_only' && edits === 0) return { state: 'read_only' };
    if (this.#refused) return { state: 'refused', reason: this.#refused, edits };
    if (!this.hasContent) return { state: 'loading' };
    if (!this.#canWrite) return { state: 'read_only' };
    if (!this.#provider?.wsconnected && !this.#isFirstAttempt) {
      // Kept on this device is what it has written, and no more.
      const kept = Math.max(0, edits - (this.#ledger.made - this.#stored));
      return kept > 0 || edits === 0 ? { state: 'offline', edits: kept } : { state: 'saving', edits };
    }
    if (!this.#provider?.wsconnected && edits === 0) return { state: 'connecting' };
    return edits === 0 ? { state: 'saved' } : { state: 'saving', edits };
  }

  #destroy(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    guardClosing(this, false);
    window.removeEventListener('offline', this.#tryAnew);
    window.removeEventListener('online', this.#tryOnOtherNetwork);
    clearInterval(this.#probeTimer);
    this.#provider.destroy();
    void this.#localCopy.destroy();
    this.doc.destroy();
  }
}

export function openConnection(options: ConnectionOptions): DocumentConnection {
  return new DocumentConnection(options);
}

function socketOrigin(): string {
  return location.origin.replace(/^http/, 'ws');
}

const unsaved = new Set<DocumentConnection>();

/** Asks before the window closes while any document has edits that the server has not acknowledged. */
function guardClosing(connection: DocumentConnection, hasUnsaved: boolean): void {
  if (hasUnsaved) unsaved.add(connection);
  else unsaved.delete(connection);
  if (unsaved.size > 0) window.addEventListener('beforeunload', askBeforeClosing);
  else window.removeEventListener('beforeunload', askBeforeClosing);
}

function askBeforeClosing(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
