import { createContext, useContext } from 'react';
import { type KeptAct, pendingIn } from '#domain/dialogues/waiting-acts';
import type { Waiting, WaitingActs } from './make-waiting-acts';

export const nothing: Waiting = { queue: [], heldBy: null, applied: [] };
export const WaitingContext = createContext<{ acts: WaitingActs | null; waiting: Waiting }>({
  acts: null,
  waiting: nothing,
});

/** What waits for the network, and how to add to it; `acts` is null where nothing can wait. */
export const useWaiting = () => useContext(WaitingContext);

/** Whether something that the person did is on this device alone, and has been for longer than a moment. */
export function useIsUnsent(): (is: (kept: KeptAct) => boolean) => boolean {
  const { queue, heldBy } = useWaiting().waiting;
  return (is) => heldBy !== null && pendingIn(queue).some(is);
}
