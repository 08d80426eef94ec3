import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { PlanEdits } from '#app/features/plans/grid/plan-edits';
import { addLine, readPlan, setActionField, setActionText, setExtra, setLine, setTheme } from '#domain/plans';
import type { Action } from '#domain/plans/types';
import { makeRandom, type Random, seedOf } from './random';

const rounds = 60;
const steps = 60;
const firstSign = 0x4e00;

test('undo never takes away what another wrote, whatever one had done before', () => {
  const seed = seedOf('undo of one');
  for (let round = 0; round < rounds; round++) play(seed + round, { removes: true });
});

test('nor does redo, where nothing of theirs was removed in the first place', () => {
  const seed = seedOf('redo of one');
  for (let round = 0; round < rounds; round++) play(seed + round, { removes: false });
});

test('alone, everything is taken back and done again', () => {
  const seed = seedOf('undo alone');
  for (let round = 0; round < rounds; round++) {
    const random = makeRandom(seed + round);
    const mine = new Y.Doc();
    const edits = new PlanEdits(mine, {});
    for (let step = 0; step < steps; step++) editMine(edits, random, { removes: true });
    const plan = readPlan(mine);
    const takeAll = (take: () => string) => {
      for (let outcome = take(); outcome !== 'nothing'; outcome = take())
        expect(outcome, `SEED=${seed + round}`).toBe('done');
    };
    takeAll(() => edits.undo());
    expect(readPlan(mine).actions, `SEED=${seed + round}`).toEqual([]);
    takeAll(() => edits.redo());
    expect(readPlan(mine), `SEED=${seed + round}`).toEqual(plan);
  }
});

/** Two people, each sent what the other writes after a while. All that they write is a Chinese sign, a new one each time. */
function play(seed: number, { removes }: { removes: boolean }): void {
  const random = makeRandom(seed);
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const edits = new PlanEdits(mine, {});
  const meet = (from: Y.Doc, to: Y.Doc) =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'network');
  for (let step = 0; step < steps; step++) {
    if (random.below(3) > 0) meet(mine, theirs);
    if (random.below(2) === 0) editTheirs(theirs, random, step);
    if (random.below(3) > 0) meet(theirs, mine);
    if (random.below(2) === 0) editMine(edits, random, { removes });
    else {
      const isRedo = random.below(3) === 0;
      const before = signsOf(mine);
      if (isRedo) edits.redo();
      else edits.undo();
      if (!isRedo || !removes) expect(signsOf(mine), `SEED=${seed}`).toEqual(expect.arrayContaining(before));
    }
  }
  meet(mine, theirs);
  meet(theirs, mine);
  // As sets: where a removed text was brought back, Yjs itself now and then has its letters in another order for others.
  expect(new Set(signsOf(mine)), `SEED=${seed}`).toEqual(new Set(signsOf(theirs)));
}

/** In fields that the other does not write, so that only undo could take something away. */
function editTheirs(doc: Y.Doc, random: Random, step: number): void {
  const action = anyOf(doc, random);
  if (!action) return;
  const sign = String.fromCodePoint(firstSign + step);
  const line = action.costs[random.below(action.costs.length + 1)];
  const change: (() => void)[] = [
    () => setActionText(doc, action.id, 'title', insertAt(action.title, sign, random)),
    () => setActionText(doc, action.id, 'description', action.description + sign),
    () => setActionField(doc, action.id, 'end', sign),
    () => setExtra(doc, action.id, 'Notes', sign),
    () =>
      line
        ? setLine(doc, action.id, 'costs', line.id, { amount: sign })
        : addLine(doc, action.id, 'costs', { id: sign, year: '2027', amount: sign, currency: 'MGA' }),
  ];
  random.pick(change)();
}

function editMine(edits: PlanEdits, random: Random, { removes }: { removes: boolean }): void {
  const { doc } = edits;
  const action = anyOf(doc, random);
  const kind = random.below(removes ? 9 : 7);
  if (!action || kind === 0) {
    edits.insert({ afterId: random.below(2) === 0 ? null : undefined }, 'new');
    return;
  }
  const line = action.costs[0];
  const lineId = PlanEdits.newId();
  const change: (() => unknown)[] = [
    // A copy of their signs is one's own.
    () => signsIn(action).length > 0 || edits.duplicate([action.id]),
    () => setActionText(doc, action.id, 'title', insertAt(action.title, 'mine', random)),
    () => setActionField(doc, action.id, 'block', String(random.below(9))),
    () => addLine(doc, action.id, 'costs', { id: lineId, year: '2027', amount: '', currency: 'MGA' }),
    () => line && setLine(doc, action.id, 'costs', line.id, { year: String(2026 + random.below(9)) }),
    () => setTheme(doc, action.id, 'health', true),
    () => edits.remove([action.id]),
    () => setActionText(doc, action.id, 'title', ''),
  ];
  edits.change(change[kind - 1] ?? (() => {}));
}

function insertAt(text: string, added: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + added + text.slice(at);
}

function anyOf(doc: Y.Doc, random: Random): Action | undefined {
  const { actions } = readPlan(doc);
  return actions.length > 0 ? random.pick(actions) : undefined;
}

function signsOf(doc: Y.Doc): string[] {
  return readPlan(doc).actions.flatMap(signsIn);
}

/** With the action that they are in. */
function signsIn(action: Action): string[] {
  return [...JSON.stringify(action).matchAll(/\p{Script=Han}/gu)].map(([sign]) => `${action.id} ${sign}`);
}
