import type { AccountId, WorkspaceId } from '#domain/ids';
import type { Accounts } from '../accounts';
import type { Events, RecordedEvent } from '../events';

export interface Listener {
  workspaceId: WorkspaceId;
  accountId: AccountId;
  /** Names the browser's session, so that signing out ends the stream. */
  sessionIdHash: string;
  /** Something that pages of the workspace show has changed. */
  onChange: () => void;
  /** The person may not listen any more, or the server stops. Called once. */
  onEnd: () => void;
}

/** Open tabs of one browser session; beyond it the one opened first hears no more. */
const listenersPerSession = 50;

/** Tells open pages, right after commit, that their workspace has changed. They fetch what they show themselves. */
export function makeLive({
  events,
  accounts,
}: {
  events: Events;
  accounts: Pick<Accounts, 'onSessionsEnded'>;
}) {
  const listeners = new Set<Listener>();

  const unsubscribe = events.subscribe((event) => {
    for (const listener of [...listeners]) {
      if (event.workspaceId !== listener.workspaceId) continue;
      // The next connection is asked for its membership anew: whoever still has one comes back at once.
      if (event.kind === 'membership.ended' && event.after?.accountId === listener.accountId) end(listener);
      else if (concerns(event, listener)) listener.onChange();
    }
  });

  const unsubscribeSessions = accounts.onSessionsEnded((gone) => {
    for (const listener of [...listeners]) {
      if (listener.accountId !== gone.accountId) continue;
      const { sessionIdHash } = listener;
      const isGone = gone.ended === 'one' ? gone.idHash === sessionIdHash : gone.except !== sessionIdHash;
      if (isGone) end(listener);
    }
  });

  function end(listener: Listener): void {
    if (listeners.delete(listener)) listener.onEnd();
  }

  /** Returns how to stop listening. */
  function listen(listener: Listener): () => void {
    const ofSession = [...listeners].filter((one) => one.sessionIdHash === listener.sessionIdHash);
    if (ofSession.length >= listenersPerSession && ofSession[0]) end(ofSession[0]);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  function stop(): void {
    unsubscribe();
    unsubscribeSessions();
    for (const listener of [...listeners]) end(listener);
  }

  return { listen, stop };
}

/** For whom someone acts shows in that person's own pages only. */
function concerns({ kind, accountId }: RecordedEvent, listener: Listener): boolean {
  return kind !== 'acting.changed' || accountId === listener.accountId;
}
