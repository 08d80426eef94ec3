import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeptAct, Queue, WaitingAct } from '#domain/dialogues/waiting-acts';
import { makeWaitingActs } from './make-waiting-acts';
import type { Answer } from './send-act';

const position = (step: string): WaitingAct => ({
  ...{ act: 'position', proposalId: 'p', step },
  ...{ reason: 'Because', isAdReferendum: '' },
});
const isApplied: Answer = { answer: 'applied', nowMs: 5_000 };
const none: Answer = { answer: 'none' };

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

/** A device with a line on which each act gets the next of these answers, and the last of them from then on. */
function openDevice(answers: (Answer | Promise<Answer>)[], kept: Queue = []) {
  const device = { kept, isOnline: true, sent: [] as string[] };
  let ids = 0;
  const open = () =>
    makeWaitingActs({
      store: {
        read: () => device.kept,
        write: (queue) => {
          device.kept = queue;
        },
        follow: () => () => undefined,
      },
      send: async ({ id, act }: KeptAct) => {
        device.sent.push(act.act === 'position' ? `${id} ${act.step}` : id);
        return (answers.length > 1 ? answers.shift() : answers[0]) ?? none;
      },
      hasNetwork: () => device.isOnline,
      newId: () => `act${ids++}`,
      nowMs: () => Date.now(),
    });
  return Object.assign(device, { open });
}

const settled = () => vi.advanceTimersByTimeAsync(0);

it('an act is kept before it is sent, and gone once it is answered', async () => {
  const device = openDevice([isApplied]);
  const acts = device.open();
  acts.add(position('block'));
  expect(device.kept).toMatchObject([{ id: 'act0', state: { name: 'tried' } }]);
  await settled();
  expect(device.kept).toEqual([]);
  expect(acts.read()).toMatchObject({ heldBy: null, applied: [{ act: { id: 'act0' }, nowMs: 5_000 }] });
});

it('without an answer it waits, is tried again after growing pauses, under the same id, and in order', async () => {
  const device = openDevice([none, none, isApplied]);
  const acts = device.open();
  acts.add(position('block'));
  await settled();
  expect(acts.read().heldBy).toBe('network');
  acts.add(position('support'));
  await settled();
  expect(device.sent).toEqual(['act0 block', 'act0 block']);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(device.sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(device.sent).toEqual(['act0 block', 'act0 block', 'act0 block', 'act1 support']);
  expect(acts.read()).toMatchObject({ queue: [], heldBy: null });
});

it('without a network nothing is tried, so that it can be taken back for certain', async () => {
  const device = openDevice([isApplied]);
  device.isOnline = false;
  const acts = device.open();
  acts.add(position('block'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(device.sent).toEqual([]);
  expect(acts.read()).toMatchObject({ heldBy: 'network', queue: [{ state: { name: 'unsent' } }] });
  acts.takeBack('act0');
  expect(acts.read()).toMatchObject({ heldBy: null, queue: [] });
});

it('news from the server count for more than what the browser thinks of its network', async () => {
  const device = openDevice([isApplied]);
  device.isOnline = false;
  const acts = device.open();
  acts.add(position('block'));
  await acts.sendAll({ isCertain: true });
  expect(device.sent).toEqual(['act0 block']);
});

it('what waited when the page was closed is sent when it is opened again', async () => {
  const device = openDevice([isApplied]);
  device.isOnline = false;
  const closed = device.open();
  closed.add(position('block'));
  closed.stop();
  device.isOnline = true;
  await device.open().sendAll();
  expect(device.sent).toEqual(['act0 block']);
  expect(device.kept).toEqual([]);
});

it('a refusal stays with what was entered until it is read, and holds up nothing', async () => {
  const why = { code: 'stale', problem: 'closed' };
  const device = openDevice([{ answer: 'refused', why }, isApplied]);
  const acts = device.open();
  acts.add(position('block'));
  acts.add({ act: 'answer', answer: 'accepted' });
  await settled();
  expect(device.sent).toEqual(['act0 block', 'act1']);
  expect(acts.read().queue).toMatchObject([{ act: { reason: 'Because' }, state: { name: 'refused', why } }]);
  acts.dismiss('act0');
  expect(acts.read().queue).toEqual([]);
});

it('signed out, it waits for the person to sign in', async () => {
  const device = openDevice([{ answer: 'signed_out' }, isApplied]);
  const acts = device.open();
  acts.add(position('block'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(acts.read().heldBy).toBe('sign_in');
  await acts.sendAll();
  expect(acts.read()).toMatchObject({ queue: [], heldBy: null });
});

it('a second click is none, and the same again later is meant', async () => {
  const device = openDevice([{ answer: 'applied', nowMs: 1_000 }]);
  const acts = device.open();
  acts.add(position('block'));
  await settled();
  acts.add(position('block'));
  await vi.advanceTimersByTimeAsync(2_000);
  acts.add(position('block'));
  await settled();
  expect(device.sent).toEqual(['act0 block', 'act1 block']);
});

it('an answer that is slow to come is called unsent meanwhile, one that comes at once never is', async () => {
  const slow = new Promise<Answer>((resolve) => setTimeout(() => resolve(isApplied), 4_000));
  const device = openDevice([isApplied, slow]);
  const acts = device.open();
  const held: unknown[] = [];
  acts.subscribe(() => held.push(acts.read().heldBy));
  acts.add(position('block'));
  await settled();
  expect(held.filter(Boolean)).toEqual([]);
  acts.add(position('support'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(acts.read().heldBy).toBe('network');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(acts.read()).toMatchObject({ heldBy: null, queue: [] });
});
