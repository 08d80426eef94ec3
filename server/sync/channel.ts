/** What carries one connection's frames, in order and without loss: a WebSocket, or HTTP where those are blocked. */
export interface Channel {
  /** False from the moment either side closes: nothing more is sent. */
  readonly isOpen: boolean;
  /** Nothing of it is left. */
  readonly isGone: boolean;
  /** Bytes of what was sent that the client has not taken, as far as is known. */
  readonly bufferedAmount: number;
  /** Once, before anything can arrive. */
  listen(events: ChannelEvents): void;
  send(frame: Uint8Array): void;
  /** Takes no more from the client until resumed; what is on its way waits there. */
  pause(): void;
  resume(): void;
  /** Asks the client for a sign of life. */
  ping(): void;
  /** Closes once what was sent has gone out. */
  close(code: number, reason: string): void;
  /** Ends at once. */
  terminate(): void;
}

export interface ChannelEvents {
  /** A frame. It may be a view of a larger buffer, so whoever keeps of it copies. */
  onFrame(frame: Uint8Array): void;
  /** So many parts of frames came, or pings, and so many bytes are held of what is not complete. */
  onParts(parts: { parts: number; heldBytes: number }): void;
  /** Something that is no frame. */
  onMalformed(): void;
  /** The client answered a ping. */
  onAlive(): void;
  /** Some of what was sent has gone out. */
  onDrain(): void;
  /** Why, as a close code of WebSockets; 1006 when nobody said. */
  onGone(code: number, reason: string): void;
}
