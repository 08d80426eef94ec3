import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { messageType, syncStep } from '#domain/documents/protocol';

/** What a client says with one frame. */
export type ClientMessage =
  /** "This is what I have": asks for what is missing. */
  | { type: 'asks'; stateVector: Uint8Array }
  /** An update; `carriesAll` for a "step 2", which holds all that the client has. */
  | { type: 'content'; bytes: Uint8Array; carriesAll: boolean }
  | { type: 'presence'; message: Uint8Array }
  | { type: 'asks_who' }
  /** Of a kind that we have no use for. */
  | { type: 'other' };

/** Reads a client's frame, and copies what it keeps of it. Throws on anything malformed. */
export function readFrame(frame: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case messageType.sync:
      return readSync(decoding.readVarUint(decoder), readOwnBytes(decoder));
    case messageType.awareness:
      return { type: 'presence', message: Uint8Array.from(frame.subarray(decoder.pos)) };
    case messageType.queryAwareness:
      return { type: 'asks_who' };
    default:
      return { type: 'other' };
  }
}

function readSync(step: number, payload: Uint8Array): ClientMessage {
  switch (step) {
    case syncStep.step1:
      Y.decodeStateVector(payload);
      return { type: 'asks', stateVector: payload };
    case syncStep.step2:
    case syncStep.update:
      return { type: 'content', bytes: payload, carriesAll: step === syncStep.step2 };
    default:
      throw new Error('malformed frame');
  }
}

/** A length-prefixed run of bytes with a buffer of its own, and nothing after it. Throws when it is cut short. */
function readOwnBytes(decoder: decoding.Decoder): Uint8Array {
  const bytes = decoding.readVarUint8Array(decoder);
  if (decoding.hasContent(decoder)) throw new Error('malformed frame');
  return bytes.slice();
}
