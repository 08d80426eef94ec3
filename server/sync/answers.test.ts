import { afterEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Answers } from './answers';
import { Content } from './content';
import { Joins } from './joins';
import { defaultLimits } from './limits';

afterEach(() => {
  vi.useRealTimers();
});

function makeLarge(): Y.Doc {
  const doc = new Y.Doc();
  for (let i = 0; i < 80; i++) doc.getArray('rows').push(['x'.repeat(1_000)]);
  return doc;
}

/** What a client has after these frames, of which each is applied whole on arrival. */
function received(frames: Uint8Array[], doc = new Y.Doc()): Y.Doc {
  for (const frame of frames) {
    Y.applyUpdate(doc, payloadOf(frame));
    expect(doc.store.pendingStructs).toBe(null);
  }
  return doc;
}

/** After type, step and a length in seven-bit groups. */
function payloadOf(frame: Uint8Array): Uint8Array {
  let start = 2;
  while ((frame[start] as number) & 128) start++;
  return frame.subarray(start + 1);
}

const contentOf = (doc: Y.Doc) => `${doc.getText('t')} ${doc.getArray('rows').toArray().length} rows`;
const same = (a: Y.Doc, b: Y.Doc) => expect(contentOf(a)).toBe(contentOf(b));
const step2 = 1;
const nothing = Uint8Array.of(0);

it('the whole is one answer of shared bytes, while nothing changes', () => {
  const doc = makeLarge();
  const answers = new Answers(doc);
  const [first] = answers.whole();
  expect(answers.whole().map((frame) => frame === first)).toEqual([true]);
  expect(first?.[1]).toBe(step2);
  same(received([first as Uint8Array]), doc);
});

it('after a change those who join share the whole of before and one short rest, which is the answer', () => {
  const doc = makeLarge();
  const answers = new Answers(doc);
  answers.whole();
  doc.getText('t').insert(0, 'new');
  doc.getArray('rows').delete(3, 2);
  const frames = answers.whole();
  expect(frames).toHaveLength(2);
  expect(answers.whole().map((frame, i) => frame === frames[i])).toEqual([true, true]);
  expect(frames[1]?.length).toBeLessThan(200);
  expect(frames[1]?.[1]).toBe(step2);
  same(received(frames), doc);
  doc.getText('t').insert(0, 'newer ');
  expect(answers.whole()[0]).toBe(frames[0]);
  same(received(answers.whole()), doc);
});

it('the whole is encoded anew when it is old, and each time where that costs little', () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const large = makeLarge();
  const answers = new Answers(large);
  answers.whole();
  large.getText('t').insert(0, 'new');
  vi.advanceTimersByTime(3_000);
  expect(answers.whole()).toHaveLength(1);
  same(received(answers.whole()), large);
  const small = new Y.Doc();
  const quick = new Answers(small);
  quick.whole();
  small.getText('t').insert(0, 'new');
  expect(quick.whole()).toHaveLength(1);
  same(received(quick.whole()), small);
});

it('gives its memory back when nobody joins any more', () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const doc = makeLarge();
  const answers = new Answers(doc);
  const [before] = answers.whole();
  vi.advanceTimersByTime(60_000);
  expect(answers.whole()[0] === before).toBe(false);
});

it('those who come back with the same state share one answer, until the next change', () => {
  const doc = makeLarge();
  const client = received(new Answers(doc).whole());
  doc.getText('t').insert(0, 'new');
  const answers = new Answers(doc);
  const stateVector = Y.encodeStateVector(client);
  const frame = answers.since(stateVector, 'answer');
  expect(answers.since(Uint8Array.from(stateVector), 'answer')).toBe(frame);
  expect(answers.since(stateVector, 'update')[1]).toBe(2);
  same(received([frame], client), doc);
  doc.getText('t').insert(0, 'newer ');
  expect(answers.since(stateVector, 'answer')).not.toBe(frame);
});

it('when answers to single clients fill their share of memory, the next get shared bytes', () => {
  const doc = makeLarge();
  const joins = new Joins({ limits: { ...defaultLimits, maxAnswerBytes: 1_000 }, log: console });
  const late = received(new Answers(doc).whole());
  doc.getArray('rows').push(['x'.repeat(2_000)]);
  const stateVector = Y.encodeStateVector(late);
  const own = joins.framesFor(Content.built(doc), stateVector, 'answer');
  expect(own.ownBytes).toBeGreaterThan(2_000);
  joins.ownBytes += own.ownBytes;
  const next = joins.framesFor(Content.built(doc), stateVector, 'answer');
  expect(next.ownBytes).toBe(0);
  expect(next.frames[0] === joins.framesFor(Content.built(doc), nothing, 'answer').frames[0]).toBe(true);
  same(received(next.frames, late), doc);
});

it('whoever lacks nearly all gets the shared bytes, whatever else they have', () => {
  const doc = makeLarge();
  const joins = new Joins({ limits: defaultLimits, log: console });
  const stranger = new Y.Doc();
  stranger.getText('t').insert(0, 'of mine');
  const { frames, ownBytes } = joins.framesFor(Content.built(doc), Y.encodeStateVector(stranger), 'answer');
  expect(ownBytes).toBe(0);
  expect(frames[0] === joins.framesFor(Content.built(doc), nothing, 'answer').frames[0]).toBe(true);
});
