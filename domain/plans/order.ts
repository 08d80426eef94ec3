import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { type Entry, setIfChanged } from './document';

export interface Ordered {
  id: string;
  order: string;
  entry: Entry;
}

/**
 * The order for a new entry at `index` of a sorted list that does not contain it. Two people who inserted at the
 * same place at once leave equal orders behind; those that stand in the way are given new ones first.
 */
export function makeRoom(sorted: readonly Ordered[], index: number): string {
  const place = Math.max(0, Math.min(index, sorted.length));
  if (!sorted.every(({ order }) => isOrder(order))) return renumber(sorted, place);
  const before = sorted[place - 1]?.order ?? null;
  const blocked = sorted.slice(place).findIndex(({ order }) => before === null || order > before);
  const count = blocked === -1 ? sorted.length - place : blocked;
  const after = sorted[place + count]?.order ?? null;
  const [made = '', ...replaced] = generateNKeysBetween(before, after, count + 1);
  assign(sorted.slice(place, place + count), replaced);
  return made;
}

function renumber(sorted: readonly Ordered[], place: number): string {
  const orders = generateNKeysBetween(null, null, sorted.length + 1);
  const [made = ''] = orders.splice(place, 1);
  assign(sorted, orders);
  return made;
}

function assign(entries: readonly Ordered[], orders: string[]): void {
  entries.forEach(({ entry }, i) => {
    setIfChanged(entry, 'order', orders[i]);
  });
}

function isOrder(order: string): boolean {
  try {
    generateKeyBetween(order, null);
    return order !== '';
  } catch {
    return false;
  }
}
