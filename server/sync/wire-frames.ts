const finalBinary = 0x82;
const [finalClose, finalPing, finalPong] = [0x88, 0x89, 0x8a];
const mostControlBytes = 125;
/** Up to here header and message go out as one piece, copied together; above it as two. */
const copiedLength = 65_535;

/** Messages as they go over a WebSocket (RFC 6455, 5.2): unmasked, binary, one frame each. */
export class WireFrames {
  #last: Uint8Array | null = null;
  #lastFrame: Uint8Array[] = [];

  /** The frame around a message, in pieces. The same message again, as when it goes to a whole room, costs nothing. */
  piecesOf(message: Uint8Array): Uint8Array[] {
    if (message === this.#last) return this.#lastFrame;
    if (message.length > copiedLength) return [headerOf(message.length), message];
    this.#lastFrame = [Buffer.concat([headerOf(message.length), message])];
    this.#last = message;
    return this.#lastFrame;
  }
}

/** Its reason cut to what fits. */
export function closeFrame(code: number, reason: string): Buffer {
  const said = Buffer.from(reason).subarray(0, mostControlBytes - 2);
  return Buffer.concat([Buffer.of(finalClose, said.length + 2, code >> 8, code & 255), said]);
}

export const pingFrame = Buffer.of(finalPing, 0);

export function pongFrame(payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(finalPong, payload.length), payload]);
}

function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.of(finalBinary, length);
  if (length < 65_536) return Buffer.of(finalBinary, 126, length >> 8, length & 255);
  const header = Buffer.alloc(10);
  header[0] = finalBinary;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
