import type { AccountId } from '#domain/ids';
import type { Events } from '../events';

/** Which sessions of an account ended: one, or all but one (`except` null: all). */
export type SessionsEnded =
  | { accountId: AccountId; ended: 'one'; idHash: string }
  | { accountId: AccountId; ended: 'all'; except: string | null };

/** Tells, right after commit, that sessions ended, so that their sockets can be closed. Returns how to stop. */
export function onSessionsEnded(events: Events, listener: (ended: SessionsEnded) => void): () => void {
  return events.subscribe(({ kind, subjectId, after }) => {
    const accountId = subjectId as AccountId;
    switch (kind) {
      case 'account.signed_out':
        return listener({ accountId, ended: 'one', idHash: String(after?.sessionIdHash) });
      case 'account.password_changed':
        return listener({ accountId, ended: 'all', except: String(after?.keptSessionIdHash) });
      case 'account.signed_out_everywhere':
      case 'account.password_reset':
        return listener({ accountId, ended: 'all', except: null });
    }
  });
}
