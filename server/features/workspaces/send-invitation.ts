import { eq } from 'drizzle-orm';
import { emailKeyOf } from '#domain/accounts/rules';
import type { AccountId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { fallbackLanguage } from '#domain/languages';
import { invitationMessage } from '#server/mail';
import { labelColumns, labelOf } from '../institutions';
import type { DoorDependencies } from './types';
import type { IssuedInvitation } from './write-invitation';

/** How an invitation reached, or can reach, the person invited. */
export type Delivery = { by: 'mail'; email: string } | { by: 'link'; url: string };

export function invitationUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/invitations/${token}`;
}

/**
 * Sends the mail, or gives the link to be passed on. A mailed link is told to nobody but its mailbox, so that using
 * it proves who one is.
 */
export async function deliver(
  { db, mail, publicUrl }: DoorDependencies,
  { invitation, invitedBy }: { invitation: IssuedInvitation; invitedBy: AccountId },
): Promise<Delivery> {
  const url = invitationUrl(publicUrl, invitation.token);
  const { email, expiresAt } = invitation;
  if (email === null) return { by: 'link', url };
  const { accounts, workspaces, institutions } = db.tables;
  const [[inviter], [workspace], [institution], [known]] = await Promise.all([
    db.read.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, invitedBy)),
    db.read
      .select({ name: workspaces.name, languages: workspaces.languages })
      .from(workspaces)
      .where(eq(workspaces.id, invitation.workspaceId)),
    db.read
      .select(labelColumns(db.tables))
      .from(institutions)
      .where(eq(institutions.id, invitation.institutionId)),
    db.read
      .select({ language: accounts.language })
      .from(accounts)
      .where(eq(accounts.emailKey, emailKeyOf(email))),
  ]);
  if (!inviter || !workspace || !institution) throw new Error('an invitation without its parents');
  const language = known?.language ?? workspace.languages[0] ?? fallbackLanguage;
  mail.send(
    invitationMessage({
      to: email,
      language,
      inviter: inviter.name,
      institution: institutionName(labelOf(institution).names, language),
      workspace: workspace.name,
      url,
      expiresAt,
    }),
  );
  return { by: 'mail', email };
}
