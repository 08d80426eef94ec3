import type { AccountId } from '../ids';
import type { Actor } from '../workspaces/actor';

export const accountPolicy = {
  'account.edit': (actor: Actor, subject: { accountId: AccountId }) => actor.accountId === subject.accountId,
};
