import { syncStep } from '#domain/documents/protocol';

/**
 * Counts this person's edits against the server's durable acknowledgements. An acknowledgement names how many of the
 * socket's document frames are on disk. A frame vouches for all edits made before it was sent, but only from the
 * socket's first "step 2" on: that one carries whatever had been made before the socket opened.
 */
export class SaveLedger {
  #made: number;
  #safe = 0;
  #framesSent = 0;
  #hasSentAll = false;
  #sent: { frame: number; edits: number }[] = [];

  /** `carriedOver`: edits of an earlier visit that had not been acknowledged. */
  constructor(carriedOver: number) {
    this.#made = carriedOver;
  }

  /** Of this visit and carried over. */
  get made(): number {
    return this.#made;
  }

  get unsaved(): number {
    return this.#made - this.#safe;
  }

  edited(): void {
    this.#made++;
  }

  socketOpened(): void {
    this.#framesSent = 0;
    this.#hasSentAll = false;
    this.#sent = [];
  }

  frameSent(step: number): void {
    if (step !== syncStep.step2 && step !== syncStep.update) return;
    this.#framesSent++;
    if (step === syncStep.step2) this.#hasSentAll = true;
    if (this.#hasSentAll) this.#sent.push({ frame: this.#framesSent, edits: this.#made });
  }

  acknowledged(frames: number): void {
    while (this.#sent[0] && this.#sent[0].frame <= frames) {
      this.#safe = Math.max(this.#safe, this.#sent[0].edits);
      this.#sent.shift();
    }
  }
}
