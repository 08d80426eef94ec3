import * as encoding from 'lib0/encoding';
import { deniedReason, durableMessage, messageType, syncStep } from '#domain/documents/protocol';

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const head = frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint(encoder, payload.length);
  });
  // By hand: an encoder would copy a large payload twice.
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** "This is what I have": asks the other side for what is missing. */
export const step1Frame = (stateVector: Uint8Array) => syncFrame(syncStep.step1, stateVector);

/** The answer; a stock client calls itself synced when it comes. */
export const step2Frame = (diff: Uint8Array) => syncFrame(syncStep.step2, diff);

export const updateFrame = (update: Uint8Array) => syncFrame(syncStep.update, update);

/** The content of the first `count` document frames of this connection is on disk. */
export function durableFrame(count: number, seq: number): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, durableMessage);
    encoding.writeVarUint(encoder, count);
    encoding.writeVarUint(encoder, seq);
  });
}

export function readOnlyFrame(): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, deniedReason.readOnly);
  });
}
