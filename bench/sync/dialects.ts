import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** How a server wants to be spoken to: all speak the messages of y-protocols, with this around them. */
export interface Dialect {
  path(room: string): string;
  /** What stands before every message. */
  prefix(room: string): Uint8Array;
  /** What must be said before syncing, as whole messages. */
  greeting(room: string): Uint8Array[];
  /** Where the y-protocols message begins within one that came. */
  bodyAt(message: Uint8Array): number;
}

const nothing = new Uint8Array(0);

/** One room an address, nothing around the messages. */
export const plain = (path: (room: string) => string): Dialect => ({
  path,
  prefix: () => nothing,
  greeting: () => [],
  bodyAt: () => 0,
});

/** Hocuspocus names the document in every message and wants a token first, which nothing checks here. */
export const hocuspocus: Dialect = {
  path: () => '/',
  prefix: (room) => written((encoder) => encoding.writeVarString(encoder, room)),
  greeting: (room) => [
    written((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, '');
    }),
  ],
  bodyAt: (message) => 1 + (message[0] as number),
};

/** Sync steps of y-protocols. */
export const step = { one: 0, two: 1, update: 2 } as const;

export function syncMessage(prefix: Uint8Array, kind: number, payload: Uint8Array): Uint8Array {
  return written((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export function awarenessMessage(
  prefix: Uint8Array,
  { clientId, clock, state }: { clientId: number; clock: number; state: object },
): Uint8Array {
  const entries = written((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
  return written((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, entries);
  });
}

export type Incoming =
  | { type: 'sync'; step: number; payload: Uint8Array }
  | { type: 'awareness'; entries: number }
  | { type: 'other' };

/** Reads a message from the server. Hocuspocus answers step 1 with "sync reply" (4), which is the same as sync. */
export function readMessage(dialect: Dialect, message: Uint8Array): Incoming {
  const decoder = decoding.createDecoder(message);
  decoder.pos = dialect.bodyAt(message);
  const type = decoding.readVarUint(decoder);
  if (type === 0 || type === 4) {
    return {
      type: 'sync',
      step: decoding.readVarUint(decoder),
      payload: decoding.readVarUint8Array(decoder),
    };
  }
  if (type !== 1) return { type: 'other' };
  const entries = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  return { type: 'awareness', entries: decoding.readVarUint(entries) };
}

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
