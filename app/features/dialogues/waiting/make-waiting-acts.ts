import {
  type KeptAct,
  pendingIn,
  type Queue,
  queueAfter,
  type WaitingAct,
} from '#domain/dialogues/waiting-acts';
import type { ActStore } from './act-store';
import type { Answer } from './send-act';

export interface Waiting {
  queue: Queue;
  /** Why what waits is not being sent; null while it is, or when nothing waits. */
  heldBy: 'network' | 'sign_in' | null;
  /** Taken by the server, and maybe not yet in the view: to be shown over a view that was read before. */
  applied: readonly { act: KeptAct; nowMs: number }[];
}

interface Dependencies {
  store: ActStore;
  send: (act: KeptAct) => Promise<Answer>;
  /** False when the browser is sure that there is none. */
  hasNetwork: () => boolean;
  newId: () => string;
  /** The server's time, as far as it is known. */
  nowMs: () => number;
}

const firstPauseMs = 2_000;
const longestPauseMs = 30_000;
/** How long an answer may take before what was sent is called unsent. */
const slowMs = 2_000;
/** The same again within this time is a second click. */
const clickMs = 1_500;

/** Sends acts in their order, one at a time, each until it is answered; what gets no answer waits on this device. */
export function makeWaitingActs({ store, send, hasNetwork, newId, nowMs }: Dependencies) {
  let waiting: Waiting = { queue: store.read(), heldBy: null, applied: [] };
  let isSending = false;
  let isStopped = false;
  let pauseMs = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const unfollow = store.follow(() => show({}));

  function show(change: Partial<Waiting>): void {
    waiting = { ...waiting, ...change, queue: store.read() };
    for (const listener of listeners) listener();
  }

  function change(event: Parameters<typeof queueAfter>[1], shown: Partial<Waiting> = {}): void {
    const queue = store.read();
    const after = queueAfter(queue, event);
    if (after !== queue) store.write(after);
    show(shown);
  }

  function add(act: WaitingAct): void {
    const isSecondClick = waiting.applied.some(
      (done) => done.nowMs > nowMs() - clickMs && JSON.stringify(done.act.act) === JSON.stringify(act),
    );
    if (isSecondClick) return;
    change({ event: 'added', id: newId(), madeAtMs: nowMs(), act });
    void sendAll();
  }

  /** Sends what waits. `isCertain`: something has just come from the server, whatever the browser thinks. */
  async function sendAll({ isCertain = false } = {}): Promise<void> {
    if (isSending || isStopped) return;
    isSending = true;
    clearTimeout(timer);
    for (let next = first(); next && !isStopped; next = first()) {
      if (!isCertain && !hasNetwork()) {
        show({ heldBy: 'network' });
        break;
      }
      change({ event: 'tried', id: next.id });
      if (!(await isAnswered(next))) break;
    }
    isSending = false;
    if (!first()) show({ heldBy: null });
  }

  async function isAnswered(act: KeptAct): Promise<boolean> {
    const slow = setTimeout(() => show({ heldBy: waiting.heldBy ?? 'network' }), slowMs);
    const answer = await send(act);
    clearTimeout(slow);
    const { id } = act;
    switch (answer.answer) {
      case 'applied':
        pauseMs = firstPauseMs;
        change(
          { event: 'applied', id },
          { heldBy: null, applied: [...waiting.applied.slice(-9), { act, nowMs: answer.nowMs }] },
        );
        return true;
      case 'refused':
        change({ event: 'refused', id, why: answer.why }, { heldBy: null });
        return true;
      case 'signed_out':
        show({ heldBy: 'sign_in' });
        return false;
      case 'none':
        show({ heldBy: 'network' });
        timer = setTimeout(() => void sendAll(), pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
        return false;
    }
  }

  const first = () => pendingIn(store.read())[0];

  return {
    read: () => waiting,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    add,
    sendAll,
    takeBack(id: string) {
      change({ event: 'taken_back', id, withdrawalId: newId(), atMs: nowMs() });
      if (first()) void sendAll();
      else show({ heldBy: null });
    },
    dismiss: (id: string) => change({ event: 'dismissed', id }),
    stop() {
      isStopped = true;
      clearTimeout(timer);
      unfollow();
    },
  };
}

export type WaitingActs = ReturnType<typeof makeWaitingActs>;
