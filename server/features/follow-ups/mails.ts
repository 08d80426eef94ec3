import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { FollowUpState } from '#domain/dialogues/follow-up';
import type { Confidentiality } from '#domain/dialogues/kinds';
import type { AccountId, InstitutionId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { fallbackLanguage } from '#domain/languages';
import { may } from '#domain/policy';
import { answeredLeadMessage, askedLeadMessage } from '#server/mail';
import { labelColumns, labelOf } from '../institutions';
import type { Dependencies, OnFollowUp } from './types';

/** A link that was asked about or answered, as it stood when that was committed. */
export interface Told extends OnFollowUp {
  leadInstitutionId: InstitutionId;
  /** Of the decision's item, which says who may read it. */
  confidentiality: Confidentiality;
  invited: ReadonlySet<InstitutionId>;
}

/** Mails about what follows from decisions. Call them after commit: they return at once, and a failure is logged alone. */
export function mailsOf({ db, mail, background, publicUrl }: Dependencies) {
  const { accounts, decisions, decisionActions, institutions, memberships, planActions, workspaces } =
    db.tables;

  /**
   * Asks those of the lead who may answer, but for the asker. Where none of them may read the decision they all hear
   * that something awaits them, and no more.
   */
  function mailLead(told: Told): void {
    background.run('mail to the lead of an action', async () => {
      const facts = await factsOf(told);
      const asker = await personOf(told.actor.accountId);
      if (!facts || !asker) return;
      const { leadInstitutionId, confidentiality, invited } = told;
      const people = await membersOf(told, eq(memberships.institutionId, leadInstitutionId));
      const speaking = people.filter(({ membership }) => membership.role !== 'observer');
      const able = speaking.filter(({ account, membership }) => {
        const actor = { accountId: account.id, isAdministrator: false, membership };
        const { workspaceId } = told;
        return may(actor, 'followUp.answer', { workspaceId, confidentiality, invited, leadInstitutionId });
      });
      const { reference, action, decisionUrl, registerUrl } = facts;
      const isOpen = able.length > 0;
      const about = isOpen ? { reference, action } : null;
      const url = isOpen ? decisionUrl : registerUrl;
      for (const { account } of isOpen ? able : speaking)
        if (account.id !== asker.id) mail.send(askedLeadMessage({ ...facts.to(account), asker, about, url }));
    });
  }

  /** Tells whoever asked what the lead answered; where they convene no more, every convenor. */
  function mailConvenors(told: Told, state: FollowUpState): void {
    if (state.state === 'proposed') return;
    const reason = state.state === 'declined' ? state.reason : null;
    background.run('mail to the convenors of an action', async () => {
      const facts = await factsOf(told);
      const by = await personOf(told.actor.accountId);
      if (!facts || !by) return;
      const convening = await membersOf(told, eq(memberships.role, 'convenor'));
      const convenors = new Map(convening.map(({ account }) => [account.id, account]));
      const asker = convenors.get(facts.askedBy);
      const { reference, action, decisionUrl: url } = facts;
      for (const account of asker ? [asker] : convenors.values())
        if (account.id !== by.id)
          mail.send(answeredLeadMessage({ ...facts.to(account), by, reference, action, reason, url }));
    });
  }

  type Account = Awaited<ReturnType<typeof membersOf>>[number]['account'];

  /** What the mails say of a link; null where it is gone. */
  async function factsOf({ workspaceId, decisionId, planId, actionId, leadInstitutionId }: Told) {
    const [row] = await db.read
      .select({
        reference: decisions.reference,
        workspace: { name: workspaces.name, slug: workspaces.slug, languages: workspaces.languages },
        linked: { title: decisionActions.title, askedBy: decisionActions.accountId },
        title: planActions.title,
        lead: labelColumns(db.tables),
      })
      .from(decisionActions)
      .innerJoin(decisions, eq(decisions.id, decisionActions.decisionId))
      .innerJoin(workspaces, eq(workspaces.id, decisions.workspaceId))
      .innerJoin(institutions, eq(institutions.id, leadInstitutionId))
      .leftJoin(
        planActions,
        and(eq(planActions.planId, decisionActions.planId), eq(planActions.id, decisionActions.actionId)),
      )
      .where(
        and(
          eq(decisions.workspaceId, workspaceId),
          eq(decisionActions.decisionId, decisionId),
          eq(decisionActions.planId, planId),
          eq(decisionActions.actionId, actionId),
        ),
      );
    if (!row) return null;
    const { reference, workspace, linked, lead } = row;
    const registerUrl = `${publicUrl}/w/${workspace.slug}/decisions`;
    return {
      ...{ reference, action: row.title || linked.title, askedBy: linked.askedBy },
      ...{ registerUrl, decisionUrl: `${registerUrl}/${decisionId}` },
      to(account: Account) {
        const language = account.language ?? workspace.languages[0] ?? fallbackLanguage;
        const institution = institutionName(labelOf(lead).names, language);
        return { to: account.email, language, workspace: workspace.name, institution };
      },
    };
  }

  /** Who acts in the workspace now. */
  function membersOf({ workspaceId }: Told, condition: SQL) {
    const { id, name, email, language } = accounts;
    const { institutionId, role, canInvite } = memberships;
    return db.read
      .select({
        account: { id, name, email, language },
        membership: {
          ...{ id: memberships.id, workspaceId: memberships.workspaceId },
          ...{ institutionId, role, canInvite },
        },
      })
      .from(memberships)
      .innerJoin(accounts, eq(accounts.id, memberships.accountId))
      .where(and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt), condition));
  }

  async function personOf(accountId: AccountId) {
    const { id, name, email } = accounts;
    const [person] = await db.read.select({ id, name, email }).from(accounts).where(eq(id, accountId));
    return person ?? null;
  }

  return { mailLead, mailConvenors };
}
