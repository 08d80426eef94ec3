import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/db';
import { emailKeyOf } from '#domain/accounts/rules';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { AccountId, InstitutionId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { Role } from '#domain/workspaces/roles';
import { hashToken, type NewAccount } from '../accounts';
import type { RecordEvent } from '../events';
import { labelColumns, labelOf } from '../institutions';
import type { DoorDependencies } from './types';
import { isOpen, tellable } from './write-invitation';
import { startMembership } from './write-membership';

/** An invitation as its holder sees it before accepting. */
export interface OpenInvitation {
  workspace: { name: string; slug: string; languages: Language[] };
  institution: InstitutionLabel<InstitutionId>;
  inviter: string;
  role: Role;
  /** For whom it is, or null for a link. */
  email: string | null;
  /** Whether `email` signs in already; told to nobody but the holder of that mailbox's link. */
  hasAccount: boolean;
  expiresAt: string;
}

interface Knock {
  token: string;
  /** The asker's network address. */
  address: string;
}

/**
 * The rule: a mailed invitation is accepted by the account of that very address, or opens one with it, since only
 * its mailbox had the link. A copied link is accepted once by whoever holds it. Unknown, used, revoked and expired
 * tokens all throw `token_invalid`, and guessing is `rate_limited`.
 */
export function invitationDoor({ db, clock, events, accounts }: DoorDependencies) {
  const { invitations } = db.tables;

  async function openInvitation({ token, address }: Knock): Promise<OpenInvitation> {
    const found = await knock(address, () => findOpen(db.read, token));
    const [known] =
      found.email === null
        ? []
        : await db.read
            .select({ id: db.tables.accounts.id })
            .from(db.tables.accounts)
            .where(eq(db.tables.accounts.emailKey, found.email));
    const { invitation: _row, institution, ...shown } = found;
    return { ...shown, institution: labelOf(institution), hasAccount: known !== undefined };
  }

  /** Accepts for a signed-in person. Throws `invitation_for_other_email`, `already_member`. */
  async function acceptInvitation({
    account,
    ...door
  }: Knock & { account: { id: AccountId; email: string } }): Promise<{ slug: string }> {
    const found = await knock(door.address, () => findOpen(db.read, door.token));
    if (found.email !== null && found.email !== emailKeyOf(account.email))
      throw new DomainError({ code: 'invitation_for_other_email' });
    const author = { accountId: account.id, institutionId: found.institution.id };
    return events.commit(author, (tx, record) => accept({ tx, record }, door.token, account.id));
  }

  /** Accepts for someone new, whose account it makes. Throws `conflict` where the address has one, `invalid_input`. */
  async function acceptAsNewPerson({
    token,
    address,
    ...person
  }: Knock & NewAccount): Promise<{ slug: string; accountId: AccountId }> {
    const found = await knock(address, () => findOpen(db.read, token));
    // Counted also when it succeeds: with a link in hand one could ask which addresses have accounts.
    await accounts.limits.count('invitation', `new:${hashToken(token)}`);
    const email = found.email ?? person.email;
    const prepared = await accounts.prepareAccount({ ...person, email });
    const author = { accountId: prepared.id, institutionId: found.institution.id };
    return events.commit(author, async (tx, record) => {
      const accountId = await accounts.createAccountIn({ tx, record }, prepared);
      return { accountId, ...(await accept({ tx, record }, token, accountId)) };
    });
  }

  async function accept(
    { tx, record }: { tx: Tx; record: RecordEvent },
    token: string,
    accountId: AccountId,
  ): Promise<{ slug: string }> {
    const { invitation, workspace } = await findOpen(tx, token);
    const { workspaceId, institutionId, role, canInvite } = invitation;
    await startMembership(
      { db, clock, tx, record },
      { workspaceId, institutionId, accountId, role, canInvite },
    );
    await tx
      .update(invitations)
      .set({ acceptedAt: instant(clock), acceptedBy: accountId })
      .where(eq(invitations.id, invitation.id));
    await record({
      workspaceId,
      kind: 'invitation.accepted',
      subjectType: 'invitation',
      subjectId: invitation.id,
      after: { ...tellable(invitation), accountId },
    });
    return { slug: workspace.slug };
  }

  async function findOpen(reader: Reader, token: string) {
    const { workspaces, institutions, accounts: people } = db.tables;
    const [row] = await reader
      .select({
        invitation: invitations,
        workspace: { name: workspaces.name, slug: workspaces.slug, languages: workspaces.languages },
        institution: labelColumns(db.tables),
        inviter: people.name,
        role: invitations.role,
        email: invitations.email,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
      .innerJoin(institutions, eq(institutions.id, invitations.institutionId))
      .innerJoin(people, eq(people.id, invitations.invitedBy))
      .where(and(eq(invitations.tokenHash, hashToken(token)), isOpen(db, instant(clock))));
    if (!row) throw new DomainError({ code: 'token_invalid' });
    return row;
  }

  /** Counts tries by address; one with a good token costs nothing, as a whole ministry may sit behind one address. */
  async function knock<T>(address: string, open: () => Promise<T>): Promise<T> {
    await accounts.limits.count('invitation', `open:${address}`);
    const opened = await open();
    await accounts.limits.forgiveOne('invitation', `open:${address}`);
    return opened;
  }

  return { openInvitation, acceptInvitation, acceptAsNewPerson };
}
