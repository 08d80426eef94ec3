import type { GrantFilter } from '#server/sync/rights';
import type { Accounts } from '../accounts';
import type { Events, RecordedEvent } from '../events';

/** Has open sockets checked again, from the moment of the commit, whenever an event may have changed their rights. */
export function watchRights({
  events,
  accounts,
  refresh,
}: {
  events: Events;
  accounts: Pick<Accounts, 'onSessionsEnded'>;
  refresh: (filter: GrantFilter) => void;
}): void {
  accounts.onSessionsEnded(({ accountId }) => refresh({ accountId }));
  events.subscribe((event) => {
    const filter = affectedBy(event);
    if (filter) refresh(filter);
  });
}

/** Rather too many than too few: an extra check costs a look-up, a missed one lets someone go on writing. */
function affectedBy({ kind, subjectId, workspaceId, after }: RecordedEvent): GrantFilter | null {
  if (kind === 'account.profile_changed') return { accountId: subjectId };
  if (workspaceId === null) return null;
  if (/^(membership|acting)\./.test(kind) && typeof after?.accountId === 'string') {
    return { accountId: after.accountId, workspaceId };
  }
  const isOfWorkspace = /^(membership|acting|institution|workspace)\.|^plan\.(archived|restored)$/.test(kind);
  const isOfDialogue = /^dialogue\.(minutes|agendaChanged|(un)?invited$|cancelled|reinstated)/.test(kind);
  return isOfWorkspace || isOfDialogue ? { workspaceId } : null;
}
