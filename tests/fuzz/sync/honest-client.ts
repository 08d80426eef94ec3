import type { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { httpSocketAs, socketAs } from '#tests/factories/client-sockets';
import type { Random } from '../random';
import { lostOf } from './document-state';
import { editAtRandom, floodOf } from './edit';

const sockets = { websocket: socketAs, stream: httpSocketAs('stream'), poll: httpSocketAs('poll') };
export type Carrier = keyof typeof sockets;

/** A stock client on a real document, which keeps what it was shown and how it was sent away. */
export class HonestClient {
  readonly name: string;
  readonly doc = new Y.Doc();
  readonly #carrier: Carrier;
  readonly #provider: WebsocketProvider;
  /** Close codes that no honest client should ever get. */
  readonly refusals: number[] = [];
  #presence = 0;

  constructor(given: {
    name: string;
    clientId: number;
    carrier: Carrier;
    origin: string;
    documentId: string;
  }) {
    this.name = given.name;
    this.#carrier = given.carrier;
    this.doc.clientID = given.clientId;
    this.#provider = new WebsocketProvider(`ws://${given.origin}/sync`, given.documentId, this.doc, {
      WebSocketPolyfill: sockets[given.carrier](given.name, `http://${given.origin}`),
      disableBc: true,
      maxBackoffTime: 100,
    });
    this.#provider.on('connection-close', (event) => {
      if (event && event.code >= 4400 && event.code < 4500) this.refusals.push(event.code);
    });
  }

  get isSynced(): boolean {
    return this.#provider.synced;
  }

  edit(random: Random): void {
    this.doc.transact(() => editAtRandom(this.doc, random));
  }

  flood(): void {
    floodOf(this.doc);
  }

  connect(): void {
    this.#provider.connect();
  }

  disconnect(): void {
    // A socket that is not read does not see the other side close it, for half a minute.
    this.setReading(true);
    this.#provider.disconnect();
  }

  /** Stops or goes on taking what comes, so that it piles up; only a real socket can. */
  setReading(isReading: boolean): void {
    const socket = this.#provider.ws as unknown as WebSocket | null;
    if (this.#carrier !== 'websocket' || socket?.readyState !== 1) return;
    if (isReading) socket.resume();
    else socket.pause();
  }

  showPresence(): void {
    this.#provider.awareness.setLocalState({ cursor: ++this.#presence });
  }

  /** Why this client does not see the other where it is; null when it does. */
  blindnessTo(other: HonestClient): string | null {
    const state = this.#provider.awareness.getStates().get(other.doc.clientID);
    if (state?.cursor === other.#presence && state?.user?.accountId === other.name) return null;
    return `${this.name} does not see ${other.name} at ${other.#presence} but ${JSON.stringify(state)}`;
  }

  /** What the server has shown it that `kept` does not hold; null when that has it all. */
  missesIn(kept: Y.Doc, { hasWritten }: { hasWritten: boolean }): string | null {
    const lost = lostOf(Y.snapshot(this.doc), Y.snapshot(kept), hasWritten ? this.doc.clientID : undefined);
    return lost && `${this.name} was shown what is not kept: ${lost}`;
  }

  destroy(): void {
    this.setReading(true);
    this.#provider.destroy();
  }
}
