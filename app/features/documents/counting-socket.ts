import { messageType } from '#domain/documents/protocol';
import { isOfSelf } from './own-presence';

/**
 * A WebSocket that tells of each sync frame before it goes out, with its step, so that acknowledgements can be
 * counted, and keeps back what would only repeat other people's presence.
 */
export function countingSocket(clientId: number, onSyncFrame: (step: number) => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (data instanceof Uint8Array) {
        if (data[0] === messageType.sync && data[1] !== undefined) onSyncFrame(data[1]);
        if (data[0] === messageType.awareness && !isOfSelf(data, clientId)) return;
      }
      super.send(data as Uint8Array<ArrayBuffer>);
    }
  };
}
