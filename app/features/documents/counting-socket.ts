import { messageType } from '#domain/documents/protocol';

/** A WebSocket that tells of each sync frame before it goes out, with its step, so that acknowledgements can be counted. */
export function countingSocket(onSyncFrame: (step: number) => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (data instanceof Uint8Array && data[0] === messageType.sync && data[1] !== undefined) {
        onSyncFrame(data[1]);
      }
      super.send(data as Uint8Array<ArrayBuffer>);
    }
  };
}
