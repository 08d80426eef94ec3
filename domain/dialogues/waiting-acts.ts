import { exhaustive } from '../exhaustive';

/** What may wait for the network: the fields of its form, which its command checks when they arrive. */
export type WaitingAct =
  | { act: 'floor-ask'; itemId: string; kind: string; speaker: string }
  /** `requestId` is that of a request which waits as well, or of one that the server has. */
  | { act: 'floor-withdraw'; itemId: string; requestId: string }
  | { act: 'position'; proposalId: string; step: string; reason: string; isAdReferendum: string }
  | { act: 'attendance'; institutionId: string; state: string }
  | { act: 'answer'; answer: string };

export interface Refused {
  code: string;
  problem: string | null;
}

export interface KeptAct {
  /** Made by who sends: what arrives twice under one id counts once. */
  id: string;
  madeAtMs: number;
  act: WaitingAct;
  state:
    | { name: 'unsent' }
    /** Sent, without an answer: it may have arrived or not. */
    | { name: 'tried' }
    | { name: 'refused'; why: Refused };
}

/** In the order in which they are to arrive. */
export type Queue = readonly KeptAct[];

export type QueueEvent =
  | { event: 'added'; id: string; madeAtMs: number; act: WaitingAct }
  | { event: 'tried'; id: string }
  | { event: 'applied'; id: string }
  | { event: 'refused'; id: string; why: Refused }
  /** By the person; `withdrawalId` is for a request for the floor that may have arrived. */
  | { event: 'taken_back'; id: string; withdrawalId: string; atMs: number }
  | { event: 'dismissed'; id: string };

/** The queue after an event; the same one where it changes nothing. */
export function queueAfter(queue: Queue, event: QueueEvent): Queue {
  switch (event.event) {
    case 'added':
      return afterAdding(queue, event);
    case 'tried':
      return pendingIn(queue).some(({ id }) => id === event.id)
        ? withState(queue, event.id, { name: 'tried' })
        : queue;
    case 'applied':
      return without(queue, event.id);
    case 'refused':
      return afterRefusal(queue, event);
    case 'taken_back':
      return afterTakingBack(queue, event);
    case 'dismissed':
      return queue.filter(({ id, state }) => id !== event.id || state.name !== 'refused');
    default:
      return exhaustive(event);
  }
}

/** What the act is about: of two about one thing, the later replaces the earlier. */
export function topicOf(act: WaitingAct): string {
  switch (act.act) {
    case 'floor-ask':
      return `${act.act} ${act.itemId} ${act.kind}`;
    case 'floor-withdraw':
      return `${act.act} ${act.requestId}`;
    case 'position':
      return `${act.act} ${act.proposalId}`;
    case 'attendance':
      return `${act.act} ${act.institutionId}`;
    case 'answer':
      return act.act;
    default:
      return exhaustive(act);
  }
}

export function pendingIn(queue: Queue): KeptAct[] {
  return queue.filter(({ state }) => state.name !== 'refused');
}

/** The id under which the server knows a request for the floor; see `floor-ask` in take-part-acts.server.ts. */
export function requestIdOf({ id, act }: KeptAct): string | null {
  return act.act === 'floor-ask' ? `${id}-${act.kind}` : null;
}

type Added = Extract<QueueEvent, { event: 'added' }>;

function afterAdding(queue: Queue, { id, madeAtMs, act }: Added): Queue {
  if (queue.some((kept) => kept.id === id)) return queue;
  const added: KeptAct = { id, madeAtMs, act, state: { name: 'unsent' } };
  const asked = act.act === 'floor-withdraw' && queue.find((kept) => requestIdOf(kept) === act.requestId);
  if (asked && asked.state.name === 'unsent') return without(queue, asked.id);
  const earlier = pendingIn(queue)
    .filter((kept) => topicOf(kept.act) === topicOf(act))
    .at(-1);
  const isWithdrawn = earlier && pendingIn(queue).some((kept) => withdraws(kept.act, earlier));
  if (!earlier || isWithdrawn) return [...queue, added];
  if (isSameAct(earlier.act, act)) return queue;
  // What may have arrived is asked about until the answer is known: else it could arrive late, after what replaces it.
  if (earlier.state.name === 'tried') return [...queue, added];
  return [...without(queue, earlier.id), added];
}

/** A refusal is told, unless the person has replaced what was refused. */
function afterRefusal(queue: Queue, { id, why }: { id: string; why: Refused }): Queue {
  const index = queue.findIndex((kept) => kept.id === id);
  const refused = queue[index];
  if (!refused) return queue;
  const isReplaced = pendingIn(queue.slice(index + 1)).some(
    ({ act }) => topicOf(act) === topicOf(refused.act) || withdraws(act, refused),
  );
  return isReplaced ? without(queue, id) : withState(queue, id, { name: 'refused', why });
}

type TakenBack = Extract<QueueEvent, { event: 'taken_back' }>;

function afterTakingBack(queue: Queue, { id, withdrawalId, atMs }: TakenBack): Queue {
  const kept = pendingIn(queue).find((one) => one.id === id);
  if (!kept) return queue;
  const requestId = requestIdOf(kept);
  if (kept.state.name === 'unsent' || requestId === null || kept.act.act !== 'floor-ask')
    return without(queue, id);
  const withdrawal = { act: 'floor-withdraw', itemId: kept.act.itemId, requestId } as const;
  return afterAdding(queue, { event: 'added', id: withdrawalId, madeAtMs: atMs, act: withdrawal });
}

function withdraws(act: WaitingAct, asked: KeptAct): boolean {
  return act.act === 'floor-withdraw' && act.requestId === requestIdOf(asked);
}

function isSameAct(a: WaitingAct, b: WaitingAct): boolean {
  const [facts, others] = [Object.entries(a), new Map(Object.entries(b))];
  return facts.length === others.size && facts.every(([name, value]) => others.get(name) === value);
}

function withState(queue: Queue, id: string, state: KeptAct['state']): Queue {
  return queue.map((kept) => (kept.id === id ? { ...kept, state } : kept));
}

function without(queue: Queue, id: string): Queue {
  return queue.filter((kept) => kept.id !== id);
}
