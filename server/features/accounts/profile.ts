import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { AccountId } from '#domain/ids';
import type { Language } from '#domain/languages';
import type { Events } from '../events';
import { checkedName } from './create-account';
import type { Session } from './sessions';

export function makeEditProfile({ db, events }: { db: Db; events: Events }) {
  const { accounts } = db.tables;

  /** Changes one's own name and language (null: the browser decides). Throws `invalid_input` naming the field. */
  return async function editProfile({
    session,
    name,
    language,
  }: {
    session: Session;
    name: string;
    language: Language | null;
  }): Promise<void> {
    const { account } = session;
    const before = { name: account.name, language: account.language };
    const after = { name: checkedName(name), language };
    if (before.name === after.name && before.language === after.language) return;
    const accountId: AccountId = account.id;
    await events.commit({ accountId, institutionId: null }, async (tx, record) => {
      await tx.update(accounts).set(after).where(eq(accounts.id, accountId));
      await record({
        workspaceId: null,
        kind: 'account.profile_changed',
        subjectType: 'account',
        subjectId: accountId,
        before,
        after,
      });
    });
  };
}
