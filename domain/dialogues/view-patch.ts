/** The lists of a dialogue's view, and what each of their elements is known by. */
const keyOf: Record<string, (element: never) => string> = {
  items: ({ id }: { id: string }) => id,
  institutions: ({ institution }: { institution: { id: string } }) => institution.id,
  decisions: ({ id }: { id: string }) => id,
};

/** What must be sent to whoever has one view of a dialogue for them to have another. */
export interface ViewPatch {
  /** Facts that are new or other, whole; those of one view are those of the other. */
  facts: Record<string, unknown>;
  /** Lists with a difference: every element in its order, by its key where it is as before. */
  lists: Record<string, unknown[]>;
}

export function patchOf<View extends object>(before: View, after: View): ViewPatch {
  const patch: ViewPatch = { facts: {}, lists: {} };
  for (const [name, value] of Object.entries(after)) {
    const known = before[name as keyof View];
    if (isSame(known, value)) continue;
    if (name in keyOf) patch.lists[name] = listPatch(name, known as unknown[], value);
    else patch.facts[name] = value;
  }
  return patch;
}

export function applyPatch<View extends object>(before: View, { facts, lists }: ViewPatch): View {
  const patched = Object.entries(lists).map(([name, elements]) => {
    const known = byKey(name, before[name as keyof View] as unknown[]);
    return [name, elements.map((element) => (typeof element === 'string' ? known.get(element) : element))];
  });
  return { ...before, ...facts, ...Object.fromEntries(patched) };
}

export function isEmptyPatch({ facts, lists }: ViewPatch): boolean {
  return Object.keys(facts).length === 0 && Object.keys(lists).length === 0;
}

function listPatch(name: string, before: unknown[], after: unknown[]): unknown[] {
  const known = byKey(name, before);
  return [...byKey(name, after)].map(([key, element]) => (isSame(known.get(key), element) ? key : element));
}

function byKey(name: string, elements: unknown[]): Map<string, unknown> {
  return new Map(elements.map((element) => [keyOf[name]?.(element as never) ?? '', element]));
}

/** Of plain data made by the same code, so that its keys come in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
