import { describe, expect, it } from 'vitest';
import { makeRandom, type Random, seedOf } from '#tests/fuzz/random';
import {
  type KeptAct,
  pendingIn,
  type Queue,
  type QueueEvent,
  queueAfter,
  topicOf,
  type WaitingAct,
} from './waiting-acts';

const ask = (kind = 'intervention', speaker = 'Head'): WaitingAct => ({
  ...{ act: 'floor-ask', itemId: 'item' },
  ...{ kind, speaker },
});
const withdraw = (requestId: string): WaitingAct => ({ act: 'floor-withdraw', itemId: 'item', requestId });
const position = (step: string, proposalId = 'p1'): WaitingAct => ({
  ...{ act: 'position', proposalId, step },
  ...{ reason: '', isAdReferendum: '' },
});
const attendance = (state: string, institutionId = 'ilo'): WaitingAct => ({
  ...{ act: 'attendance', institutionId, state },
});
const answer = (value: string): WaitingAct => ({ act: 'answer', answer: value });

const add = (id: string, act: WaitingAct): QueueEvent => ({ event: 'added', id, madeAtMs: 1, act });
const tried = (id: string): QueueEvent => ({ event: 'tried', id });
const applied = (id: string): QueueEvent => ({ event: 'applied', id });
const refused = (id: string): QueueEvent => ({
  event: 'refused',
  id,
  why: { code: 'stale', problem: 'closed' },
});
const takeBack = (id: string): QueueEvent => ({
  event: 'taken_back',
  id,
  withdrawalId: `${id}-back`,
  atMs: 2,
});
const dismiss = (id: string): QueueEvent => ({ event: 'dismissed', id });

const queueOf = (...events: QueueEvent[]): Queue => events.reduce<Queue>(queueAfter, []);
const told = (queue: Queue) => queue.map(({ id, state }) => `${id} ${state.name}`);

/** Two acts of each kind about one thing. */
const pairs: [string, WaitingAct, WaitingAct][] = [
  ['a request for the floor', ask('reply', 'Head'), ask('reply', 'Adviser')],
  ['a position', position('support'), position('block')],
  ['a mark of attendance', attendance('present'), attendance('left')],
  ['an answer', answer('accepted'), answer('declined')],
];

describe.each(pairs)('%s that waits', (_what, first, second) => {
  it('is kept until it is answered', () => {
    expect(told(queueOf(add('1', first)))).toEqual(['1 unsent']);
    expect(told(queueOf(add('1', first), tried('1')))).toEqual(['1 tried']);
    expect(queueOf(add('1', first), tried('1'), applied('1'))).toEqual([]);
  });

  it('counts once when it is entered twice', () => {
    expect(told(queueOf(add('1', first), add('1', first), add('2', first)))).toEqual(['1 unsent']);
    expect(told(queueOf(add('1', first), tried('1'), add('2', first)))).toEqual(['1 tried']);
  });

  it('gives way to the next about the same thing, unless it may have arrived: then both go, in order', () => {
    expect(told(queueOf(add('1', first), add('2', second)))).toEqual(['2 unsent']);
    expect(told(queueOf(add('1', first), tried('1'), add('2', second)))).toEqual(['1 tried', '2 unsent']);
    expect(told(queueOf(add('1', first), tried('1'), add('2', second), add('3', first)))).toEqual([
      '1 tried',
      '3 unsent',
    ]);
  });

  it('stays in sight when it is refused, until that is read', () => {
    const events = [add('1', first), tried('1'), refused('1')];
    expect(queueOf(...events)[0]).toMatchObject({
      act: first,
      state: { name: 'refused', why: { problem: 'closed' } },
    });
    expect(pendingIn(queueOf(...events))).toEqual([]);
    expect(queueOf(...events, dismiss('1'))).toEqual([]);
    expect(told(queueOf(...events, add('2', first)))).toEqual(['1 refused', '2 unsent']);
  });

  it('is not told of when it is refused and the person has replaced it', () => {
    expect(told(queueOf(add('1', first), tried('1'), add('2', second), refused('1')))).toEqual(['2 unsent']);
  });

  it('can be taken back', () => {
    expect(queueOf(add('1', first), takeBack('1'))).toEqual([]);
  });
});

describe('a request for the floor', () => {
  it('and its withdrawal cancel each other, unless the request may have arrived', () => {
    expect(queueOf(add('1', ask()), add('2', withdraw('1-intervention')))).toEqual([]);
    const both = queueOf(add('1', ask()), tried('1'), add('2', withdraw('1-intervention')));
    expect(told(both)).toEqual(['1 tried', '2 unsent']);
    expect(told(queueAfter(both, refused('1')))).toEqual(['2 unsent']);
  });

  it('that may have arrived is taken back by withdrawing it, once', () => {
    const taken = queueOf(add('1', ask()), tried('1'), takeBack('1'), takeBack('1'));
    expect(told(taken)).toEqual(['1 tried', '1-back unsent']);
    expect(taken[1]?.act).toEqual(withdraw('1-intervention'));
  });

  it('is made anew after a withdrawal that waits as well', () => {
    const again = queueOf(add('1', ask()), tried('1'), takeBack('1'), add('2', ask()));
    expect(told(again)).toEqual(['1 tried', '1-back unsent', '2 unsent']);
    expect(told(queueAfter(again, takeBack('2')))).toEqual(['1 tried', '1-back unsent']);
  });

  it('of another kind is another', () => {
    expect(told(queueOf(add('1', ask()), add('2', ask('reply'))))).toEqual(['1 unsent', '2 unsent']);
  });
});

describe('what does not fit changes nothing', () => {
  const one = queueOf(add('1', position('block')));
  const isRefused = queueAfter(one, refused('1'));
  it.each([tried('2'), applied('2'), refused('2'), takeBack('2'), dismiss('2'), dismiss('1')])(
    '%o',
    (event) => {
      expect(queueAfter(one, event)).toEqual(one);
    },
  );

  it('and what was refused is neither sent nor taken back', () => {
    expect(queueAfter(isRefused, tried('1'))).toEqual(isRefused);
    expect(queueAfter(isRefused, takeBack('1'))).toEqual(isRefused);
  });
});

/**
 * A person does things at random on a line that loses requests and answers, and delivers some again, late. In the end
 * the server stands where the person's last words lead, and has counted each act once.
 */
describe('over a bad line', () => {
  const seed = seedOf('waiting acts');
  it('what counts in the end is what the person said last, each act once', () => {
    for (let round = 0; round < 400; round++)
      expect([seed, round, playRound(makeRandom(seed + round))]).toEqual([seed, round, 'ok']);
  });
});

const topics = [
  ['support', 'block', 'abstain'].map((step) => position(step)),
  ['support', 'block'].map((step) => position(step, 'p2')),
  ['present', 'left'].map((state) => attendance(state)),
];

function playRound(random: Random): string {
  let queue: Queue = [];
  const onServer = new Map<string, WaitingAct>();
  const counted = new Map<string, number>();
  const wanted = new Map<string, WaitingAct>();
  /** Taken back after it may have arrived: only the server can tell. */
  const unsure = new Set<string>();
  const inFlight: KeptAct[] = [];

  function arrive({ id, act }: KeptAct): void {
    if (counted.has(id)) return;
    counted.set(id, 1);
    onServer.set(topicOf(act), act);
  }
  function send(isLineUp: boolean): void {
    const [next] = pendingIn(queue);
    if (!next) return;
    queue = queueAfter(queue, tried(next.id));
    const fate = isLineUp ? 'answered' : random.pick(['lost', 'delayed', 'answer lost', 'answered'] as const);
    if (fate !== 'lost') inFlight.push(next);
    if (fate === 'answer lost' || fate === 'answered') arrive(next);
    if (fate === 'answered') queue = queueAfter(queue, applied(next.id));
  }

  for (let step = 0; step < 60; step++) {
    const dice = random.below(10);
    if (dice < 4) {
      const act = random.pick(random.pick(topics));
      queue = queueAfter(queue, add(`${step}`, act));
      wanted.set(topicOf(act), act);
    } else if (dice < 5) {
      const kept = pendingIn(queue).at(-1);
      if (!kept) continue;
      queue = queueAfter(queue, takeBack(kept.id));
      wanted.delete(topicOf(kept.act));
      if (kept.state.name === 'tried') unsure.add(topicOf(kept.act));
    } else if (dice < 6 && inFlight.length > 0) arrive(random.pick(inFlight));
    else send(false);
    const ids = queue.map(({ id }) => id);
    if (new Set(ids).size < ids.length) return `twice in the queue: ${ids}`;
  }
  while (pendingIn(queue).length > 0) send(true);
  for (const late of inFlight) arrive(late);
  for (const [topic, act] of wanted)
    if (!unsure.has(topic) && JSON.stringify(onServer.get(topic)) !== JSON.stringify(act))
      return `${topic}: ${JSON.stringify(onServer.get(topic))} instead of ${JSON.stringify(act)}`;
  return 'ok';
}
