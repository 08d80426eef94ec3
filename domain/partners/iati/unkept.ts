import { detached } from './problems';

/** Something in the file that the model has no place for: how often, and where first. */
export interface Unkept {
  /** "iati-activity/location", "iati-activity/usg:duns-number", "iati-activity/sector/@vocabulary-uri". */
  path: string;
  /** Of another namespace, or the standard's (or nobody's) own. */
  isExtension: boolean;
  count: number;
  line: number;
}

const maxPaths = 1_000;

/** Counts by path. A file could invent a path for each element, so those beyond a thousand are counted together. */
export function makeUnkeptList(): { note(path: string, name: string, line: number): void; list(): Unkept[] } {
  const found = new Map<string, Unkept>();
  return {
    note(path, name, line) {
      const known = found.get(path);
      if (known) {
        known.count++;
        return;
      }
      if (found.size >= maxPaths && path !== '…') return this.note('…', name, line);
      const kept = detached({ path, isExtension: name.includes(':'), count: 1, line });
      found.set(kept.path, kept);
    },
    list: () => [...found.values()],
  };
}
