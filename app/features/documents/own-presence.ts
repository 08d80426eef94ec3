import * as decoding from 'lib0/decoding';

/**
 * Whether an awareness frame says anything of this client itself. A stock client repeats to the server all that it has
 * just been told of the others; the server does not listen, and on a slow line every byte counts.
 */
export function isOfSelf(frame: Uint8Array, clientId: number): boolean {
  const outer = decoding.createDecoder(frame);
  decoding.readVarUint(outer);
  const entries = decoding.createDecoder(decoding.readVarUint8Array(outer));
  for (let left = decoding.readVarUint(entries); left > 0; left--) {
    if (decoding.readVarUint(entries) === clientId) return true;
    decoding.readVarUint(entries);
    decoding.readVarUint8Array(entries);
  }
  return false;
}
