import type { IatiLimits } from './limits';
import { Refusal } from './refusal';

/** Keeps the text of the record that is being read, and no more, so that it can be validated as it stands. */
export function makeSources({ recordCharacters }: IatiLimits) {
  // What the model does not keep is in the text, too: markup is allowed four times the room of what is kept.
  const limit = recordCharacters * 4;
  let kept = '';
  /** How many characters of the file come before what is kept. */
  let offset = 0;
  let startsAt = 0;
  let hasStarted = false;

  return {
    add(text: string): void {
      const from = hasStarted ? startsAt : offset + Math.max(0, kept.length - 1024);
      kept = kept.slice(from - offset) + text;
      offset = from;
      if (hasStarted && kept.length > limit)
        throw new Refusal('record_too_large', { limit, unit: 'characters' });
    },
    /** An element's name has just ended here. */
    start(position: number): void {
      startsAt = offset + Math.max(0, kept.lastIndexOf('<', position - offset - 1));
      hasStarted = true;
    },
    /** What has started is no record. */
    leave(): void {
      hasStarted = false;
    },
    take(position: number): string {
      hasStarted = false;
      return kept.slice(startsAt - offset, position - offset);
    },
  };
}
