/**
 * What Concord adds to the stock y-websocket protocol, on both ends of `/sync/<documentId>`. A stock client that asks
 * for nothing in the address sees the stock protocol only.
 */
export const syncPath = '/sync/';

/** Message types of y-websocket: the first number of every frame. */
export const messageType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const;

/** The second number of a sync frame. Step 2 and update carry content: they are the "document frames". */
export const syncStep = { step1: 0, step2: 1, update: 2 } as const;

/**
 * Ours, sent only when the address asks with `ack=1`: [type, n, seq]. The content of this connection's first n
 * document frames is on disk; seq is the durable head of the log.
 */
export const durableMessage = 64;

/**
 * Address parameters. Epoch and schema are what the client was built for; without them nothing is checked. Client is
 * its presence id; without it the first one used counts. Account is whose edits it holds: on a shared computer another
 * person may have signed in since, who must not send them as their own. Probe only asks whether WebSockets get through: whoever might
 * come in gets one frame and is let go, without having been in the room.
 */
export const addressParameter = {
  ack: 'ack',
  epoch: 'epoch',
  schema: 'schema',
  client: 'client',
  account: 'account',
  probe: 'probe',
} as const;

/** Reasons given in the stock "permission denied" message. */
export const deniedReason = { readOnly: 'read_only' } as const;

/** Stock clients give up on 4400-4499 and try again after everything else. */
export const closeCode = {
  normal: 1000,
  /** A frame, or what it brings, is more than is taken at once; the code of the WebSocket protocol itself. */
  tooMuch: 1009,
  /** The server stops or restarts. */
  restart: 1012,
  /** Overload, a slow consumer, or nothing could be written just now. */
  tryAgain: 1013,
  malformed: 4400,
  signedOut: 4401,
  revoked: 4403,
  /** The document was replaced (restored): local edits of another epoch are never merged. */
  otherEpoch: 4409,
  /** The document has reached its size and takes nothing more. */
  tooLarge: 4413,
  /** What is on the server's disk cannot be read: it waits for repair, and trying again would not help. */
  damaged: 4423,
  /** The client is older than the document's schema and would delete what it does not know. */
  oldSchema: 4426,
} as const;

/** The identity that the server stamps on each person's presence; a client cannot choose it. */
export interface PresenceUser {
  accountId: string;
  name: string;
  institutionId: string;
  acronym: string;
  /** Kind of institution; it decides the colour. */
  kind: string;
}
