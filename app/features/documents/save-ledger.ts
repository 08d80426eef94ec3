import { syncStep } from '#domain/documents/protocol';

/**
 * Counts this person's edits against the server's durable acknowledgements. An acknowledgement names how many of the
 * socket's document frames are on disk. A frame vouches for all edits made before it was sent, but only from the
 * socket's first "step 2" on: that one carries whatever had been made before the socket opened.
 */
export class SaveLedger {
  #made = 0;
  #safe = 0;
  #carried: number;
  #isCopyLoaded = false;
  #framesSent = 0;
  #hasSentAll = false;
  #sent: { frame: number; edits: number; hasCarried: boolean }[] = [];

  /** `carriedOver`: edits of earlier visits that had not been acknowledged. They are in this browser's own copy. */
  constructor(carriedOver: number) {
    this.#carried = carriedOver;
  }

  /** On this visit. */
  get made(): number {
    return this.#made;
  }

  get unsaved(): number {
    return this.#made - this.#safe + this.#carried;
  }

  /** Of those that are unsaved, the ones of earlier visits. */
  get carried(): number {
    return this.#carried;
  }

  edited(): void {
    this.#made++;
  }

  /** What was carried over is in the document now; no frame that was sent before vouches for it. */
  copyLoaded(): void {
    this.#isCopyLoaded = true;
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
    if (!this.#hasSentAll) return;
    const hasCarried = this.#isCopyLoaded && step === syncStep.step2;
    this.#sent.push({ frame: this.#framesSent, edits: this.#made, hasCarried });
  }

  acknowledged(frames: number): void {
    while (this.#sent[0] && this.#sent[0].frame <= frames) {
      this.#safe = Math.max(this.#safe, this.#sent[0].edits);
      if (this.#sent[0].hasCarried) this.#carried = 0;
      this.#sent.shift();
    }
  }
}
