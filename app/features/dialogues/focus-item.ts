import type { DialogueView, ItemView } from '#server/features/dialogues';

/** The item that is under way: the one that runs, else the one paused; null between items. */
export function currentItem({ items }: Pick<DialogueView, 'items'>): ItemView | null {
  return (
    items.find(({ item }) => item.state === 'running') ??
    items.find(({ item }) => item.state === 'paused') ??
    null
  );
}
