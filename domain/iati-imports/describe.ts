import { canonical } from './canonical';
import type { Difference } from './differences';

/** What a difference takes away and what it brings, in lines that a person can compare. */
export interface DescribedDifference {
  field: string;
  isConflict: boolean;
  held: string[];
  coming: string[];
  /** Lines beyond those shown. */
  more: number;
}

const maxLines = 12;

/** Of lists (transactions, narratives, sectors …) only what one side has and the other has not. */
export function describeDifference(
  field: string,
  { held, coming, isConflict }: Difference,
): DescribedDifference {
  const [before, after] = [itemsOf(held), itemsOf(coming)];
  const [removed, added] = [without(before, after), without(after, before)];
  const shown = [removed, added].map((items) => items.slice(0, maxLines).map(lineOf)) as [string[], string[]];
  const more = Math.max(0, removed.length - maxLines) + Math.max(0, added.length - maxLines);
  return { field, isConflict, held: shown[0], coming: shown[1], more };
}

function itemsOf(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** As often as it stands in one more than in the other. */
function without(items: readonly unknown[], others: readonly unknown[]): unknown[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(canonical(other), (counts.get(canonical(other)) ?? 0) + 1);
  return items.filter((item) => {
    const left = counts.get(canonical(item)) ?? 0;
    counts.set(canonical(item), left - 1);
    return left <= 0;
  });
}

/** Every value that the item has, in its own order; a text with its language. */
function lineOf(item: unknown): string {
  if (item === null || item === undefined) return '';
  if (typeof item !== 'object') return String(item);
  const { language, text } = item as { language?: unknown; text?: unknown };
  if (typeof text === 'string' && 'language' in item) return language ? `${text} (${language})` : text;
  return Object.entries(item)
    .filter(([key, value]) => key !== 'line' && !(key === 'text' && 'amount' in item) && value !== null)
    .map(([, value]) => (Array.isArray(value) ? value.map(lineOf).join(', ') : lineOf(value)))
    .filter(Boolean)
    .join(' · ')
    .slice(0, 400);
}
