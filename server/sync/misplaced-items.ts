import { AbstractType, ContentType, type Doc, findIndexSS, findRootTypeKey, getState, Item } from 'yjs';
import type { Id, Parent, StructRun } from './update-reader';

/** Letters of one client, from `clock` to before `end`, of which each was written right behind the one before. */
interface Run {
  clock: number;
  end: number;
  /** Where the first of them was written. */
  first: Pick<StructRun, 'left' | 'right' | 'parent'>;
}

/** What was accepted and is not yet in the document, as far as it tells what was written where. */
export class WaitingRuns {
  readonly #byClient = new Map<number, Run[]>();

  /** Takes in the structs of an update that go beyond `known`; of each client they come in order, without gaps. */
  add(structs: StructRun[], known: (client: number) => number): void {
    for (const struct of structs) {
      const from = known(struct.client);
      const end = struct.clock + struct.length;
      if (struct.isSkip || end <= from) continue;
      const clock = Math.max(struct.clock, from);
      const left = leftOf(struct, from);
      const runs = this.#byClient.get(struct.client) ?? [];
      if (runs.length === 0) this.#byClient.set(struct.client, runs);
      const last = runs.at(-1);
      if (last && left?.[0] === struct.client && left[1] === clock - 1) last.end = end;
      else
        runs.push({ clock, end, first: left === struct.left ? struct : { left, right: null, parent: null } });
    }
  }

  /** The run that has this clock, if it waits. */
  find([client, clock]: Id): Run | undefined {
    const runs = this.#byClient.get(client) ?? [];
    let [low, high] = [0, runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle] as Run;
      if (clock < run.clock) high = middle - 1;
      else if (clock >= run.end) low = middle + 1;
      else return run;
    }
    return undefined;
  }

  /** Forgets what the document has by now. */
  settle(doc: Doc): void {
    for (const [client, runs] of this.#byClient) {
      const state = getState(doc.store, client);
      const left = runs.filter(({ end }) => end > state);
      if (left.length === 0) this.#byClient.delete(client);
      else if (left.length < runs.length) this.#byClient.set(client, left);
    }
  }
}

/**
 * Whether an item of the update is said to stand between two others between which nothing can stand: they are in two
 * lists, or the right one is not to the right of the left one, since that was written right behind it, or behind what
 * was. No editor writes such an item. Yjs would put it in one place here and in another there: by what was deleted, or by
 * which letters are still one item. So it must never be let in.
 *
 * `known` is how far each client was known before this update; what of that is not in `doc` is in `waiting`.
 */
export function hasMisplacedItem(
  structs: StructRun[],
  known: (client: number) => number,
  { doc, waiting }: { doc: Doc; waiting: WaitingRuns },
): boolean {
  const places = new Places(doc, () => {
    const own = new WaitingRuns();
    own.add(structs, known);
    return [waiting, own];
  });
  return structs.some((struct) => {
    const from = known(struct.client);
    const left = leftOf(struct, from);
    if (!left || !struct.right || struct.clock + struct.length <= from) return false;
    return !places.mayFollow(left, struct.right);
  });
}

/** Of a struct that is known in part, Yjs takes the rest, as written right behind that part. */
function leftOf({ client, clock, left }: StructRun, known: number): Id | null {
  return clock < known ? [client, known - 1] : left;
}

const garbage = 'garbage';

/** Where the items stand of a document, and of what waits to become part of it. */
class Places {
  readonly #doc: Doc;
  readonly #gatherWaiting: () => WaitingRuns[];
  #waiting: WaitingRuns[] | null = null;
  // Each is walked once an update, also where a forged one asks for the same long way again and again.
  readonly #starts = new Map<Run | Item, number>();
  readonly #lists = new Map<Run, string>();

  constructor(doc: Doc, gatherWaiting: () => WaitingRuns[]) {
    this.#doc = doc;
    this.#gatherWaiting = gatherWaiting;
  }

  /** False only where it is proven that `right` does not stand to the right of `left`. */
  mayFollow(left: Id, right: Id): boolean {
    if (!this.#isInOneList(left, right)) return false;
    const isProven = left[0] === right[0] && right[1] <= left[1] && this.#startOfRun(left) <= right[1];
    return !isProven;
  }

  #isInOneList(one: Id, other: Id): boolean {
    const [a, b] = [this.#struct(one), this.#struct(other)];
    if (a instanceof Item && b instanceof Item && a.parent === b.parent) return a.parentSub === b.parentSub;
    return this.#listOf(one) === this.#listOf(other);
  }

  /** Where the run begins that has this clock: from there on each was written right behind the one before. */
  #startOfRun([client, clock]: Id): number {
    const passed: (Run | Item)[] = [];
    let start = clock;
    for (let at = clock; ; at = start - 1) {
      const struct = this.#struct([client, at]);
      const piece = struct ?? this.#waitingRun([client, at]);
      // What stands beside garbage becomes garbage too.
      if (!piece) break;
      passed.push(piece);
      const known = this.#starts.get(piece);
      if (known !== undefined) {
        start = known;
        break;
      }
      start = piece instanceof Item ? piece.id.clock : piece.clock;
      if (!follows(piece, client, start)) break;
    }
    for (const piece of passed) this.#starts.set(piece, start);
    return start;
  }

  /** A name of the list, or of the entry of a map, in which this stands. */
  #listOf(id: Id): string {
    const passed: Run[] = [];
    let list: string | undefined;
    for (let at = id; list === undefined; ) {
      if (this.#isInDocument(at)) {
        list = this.#listOfItem(this.#struct(at));
        break;
      }
      const run = this.#waitingRun(at);
      if (!run) return garbage;
      passed.push(run);
      const beside = run.first.left ?? run.first.right;
      list = this.#lists.get(run) ?? (beside ? undefined : this.#listOfParent(run.first.parent));
      if (beside) at = beside;
    }
    for (const run of passed) this.#lists.set(run, list);
    return list;
  }

  #listOfItem(item: Item | null): string {
    const type = item?.parent;
    if (!(type instanceof AbstractType)) return garbage;
    const of = type._item ? ([type._item.id.client, type._item.id.clock] as const) : findRootTypeKey(type);
    return this.#listOfParent({ of, key: item?.parentSub ?? null });
  }

  /** What a deleted type held is collected, and what comes for it later becomes garbage at once. */
  #listOfParent(parent: Parent | null): string {
    if (!parent) return garbage;
    const isHeld = typeof parent.of !== 'string' && this.#isInDocument(parent.of);
    if (isHeld && !(this.#struct(parent.of as Id)?.content instanceof ContentType)) return garbage;
    return JSON.stringify([parent.of, parent.key]);
  }

  #isInDocument([client, clock]: Id): boolean {
    return clock < getState(this.#doc.store, client);
  }

  /** Null where it is not in the document, or was collected there. */
  #struct(id: Id): Item | null {
    if (!this.#isInDocument(id)) return null;
    const structs = this.#doc.store.clients.get(id[0]) ?? [];
    const struct = structs[findIndexSS(structs, id[1])];
    return struct instanceof Item ? struct : null;
  }

  #waitingRun(id: Id): Run | undefined {
    if (this.#isInDocument(id)) return undefined;
    this.#waiting ??= this.#gatherWaiting();
    for (const runs of this.#waiting) {
      const run = runs.find(id);
      if (run) return run;
    }
    return undefined;
  }
}

/** Whether this was written right behind the same client's clock before. */
function follows(piece: Run | Item, client: number, start: number): boolean {
  if (piece instanceof Item) return piece.origin?.client === client && piece.origin.clock === start - 1;
  return piece.first.left?.[0] === client && piece.first.left[1] === start - 1;
}
