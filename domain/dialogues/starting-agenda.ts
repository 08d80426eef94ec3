interface Slot {
  /** It goes through the decisions of an earlier dialogue. */
  isReview: boolean;
}

/**
 * The agenda of a new dialogue, made of another or of a template, that goes through the decisions of `reviewed`: the
 * first item meant for that does so in its place; where there is none, `fallback` comes first. No item goes on with
 * what it went through in the agenda that it comes from.
 */
export function startingAgenda<Item, Id>(
  items: readonly (Item & Slot)[],
  review: { reviewed: Id; fallback: Item } | null,
): { item: Item; reviews: Id | null }[] {
  const at = review ? items.findIndex(({ isReview }) => isReview) : -1;
  const agenda = items.map((item, index) => ({
    item: item as Item,
    reviews: review && index === at ? review.reviewed : null,
  }));
  return review && at === -1 ? [{ item: review.fallback, reviews: review.reviewed }, ...agenda] : agenda;
}

/** The dialogue whose decisions the next one goes through: its source if that decided anything, else the last that did. */
export function lastDecided<Dialogue extends { id: string; startsAt: string }>(
  dialogues: readonly Dialogue[],
  { decided, sourceId = null }: { decided: ReadonlySet<string>; sourceId?: string | null },
): Dialogue | null {
  const candidates = dialogues.filter(({ id }) => decided.has(id));
  const source = candidates.find(({ id }) => id === sourceId);
  return (
    source ??
    candidates.reduce<Dialogue | null>(
      (last, next) => (last && last.startsAt >= next.startsAt ? last : next),
      null,
    )
  );
}
