import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageType } from '#domain/documents/protocol';

/** One client's presence as others are told of it; `json` is its state, or "null" when it has gone. */
export function encodeEntry(clientId: number, clock: number, json: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, json);
  return encoding.toUint8Array(encoder);
}

/** Entries laid out in one run, so that everyone's frame is that run, or the two parts around their own entry. */
export class PresenceFrames {
  readonly shared: Uint8Array;
  readonly #count: number;
  readonly #run: Uint8Array;
  readonly #starts: number[] = [];

  constructor(entries: Uint8Array[]) {
    const encoder = encoding.createEncoder();
    for (const entry of entries) {
      this.#starts.push(encoding.length(encoder));
      encoding.writeUint8Array(encoder, entry);
    }
    this.#count = entries.length;
    this.#run = encoding.toUint8Array(encoder);
    this.#starts.push(this.#run.length);
    this.shared = frame(this.#count, [this.#run]);
  }

  /** For whoever the entry at this place belongs to; null when there is nothing else to tell. */
  without(place: number): Uint8Array | null {
    if (this.#count <= 1) return null;
    const before = this.#run.subarray(0, this.#starts[place]);
    return frame(this.#count - 1, [before, this.#run.subarray(this.#starts[place + 1])]);
  }
}

/** Says nothing of anyone, and that the line is alive. */
export const emptyPresence = frame(0, []);

function frame(count: number, parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, count);
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, messageType.awareness);
  encoding.writeVarUint(head, encoding.length(body) + length);
  encoding.writeUint8Array(head, encoding.toUint8Array(body));
  const start = encoding.toUint8Array(head);
  const bytes = new Uint8Array(start.length + length);
  bytes.set(start);
  let position = start.length;
  for (const part of parts) {
    bytes.set(part, position);
    position += part.length;
  }
  return bytes;
}

/**
 * Reads what follows the type in a client's awareness message and gives each entry that `isWanted`. Stock clients
 * repeat all that they are told of others, so what is not wanted is stepped over without being decoded.
 */
export function readPresence(
  message: Uint8Array,
  isWanted: (clientId: number, count: number) => boolean,
  take: (clientId: number, json: string) => void,
): void {
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(decoding.createDecoder(message)));
  const count = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) {
    const clientId = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    if (isWanted(clientId, count)) take(clientId, decoding.readVarString(decoder));
    else skipString(decoder);
  }
}

function skipString(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder);
  decoder.pos += length;
}
