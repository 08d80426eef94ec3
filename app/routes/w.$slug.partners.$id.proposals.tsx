import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ProposalCard } from '#app/features/partners';
import { readSeen } from '#app/features/partners/form/part-form.server';
import { namesIn } from '#app/features/partners/proposals/proposal-names.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { EmptyState, Refusal, Section } from '#app/ui';
import { statusOfError } from '#domain/errors';
import type { InstitutionId, ProposalId } from '#domain/ids';
import { may } from '#domain/policy';
import type { ListedProposal } from '#server/features/partners';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { partners } = args.context.services;
  const on = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  const [{ subject }, proposals, language] = await Promise.all([
    partners.findPartner(on),
    partners.listProposals({ actor, ...on }),
    readLanguage(args),
  ]);
  return {
    title: await pageTitle(args, 'partners:tabs.proposals'),
    open: proposals.filter(({ state }) => state === 'open'),
    answered: proposals.filter(({ state }) => state !== 'open'),
    names: namesIn(proposals, language),
    mayAnswer: may(actor, 'partner.edit', subject),
    mayPropose: may(actor, 'partner.propose', subject),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { partners } = args.context.services;
  await partners.findPartner({ workspaceId: workspace.id, institutionId: args.params.id as InstitutionId });
  const formData = await readForm(args.request);
  const proposalId = String(formData.get('proposalId')) as ProposalId;
  const on = { actor, workspaceId: workspace.id, proposalId };
  const done = (what: string) =>
    redirect(`/w/${workspace.slug}/partners/${args.params.id}/proposals?done=${what}`);
  switch (formData.get('intent')) {
    case 'accept':
      await partners.acceptProposal({ ...on, seen: readSeen(formData) });
      return done('accepted');
    case 'withdraw':
      await partners.withdrawProposal(on);
      return done('withdrawn');
    default: {
      const reason = String(formData.get('reason') ?? '');
      if (!reason.trim()) return data({ refusal: null, noReason: proposalId }, statusOfError.invalid_input);
      await partners.rejectProposal({ ...on, reason });
      return done('rejected');
    }
  }
});

export default function Proposals() {
  const { t } = useTranslation('partners');
  const { open, answered, names, mayAnswer, mayPropose } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const noReason = answer && 'noReason' in answer ? answer.noReason : null;
  const card = (proposal: ListedProposal) => (
    <ProposalCard
      key={proposal.id}
      proposal={proposal}
      names={names}
      mayAnswer={mayAnswer}
      problem={noReason === proposal.id ? t('fieldErrors.reasonMissing') : undefined}
    />
  );
  return (
    <>
      <Refusal refusal={answer?.refusal} />
      <Section title={t('proposals.open', { count: open.length })} lead={t('proposals.lead')}>
        {open.length === 0 ? (
          <EmptyState
            title={t('proposals.none')}
            body={t(mayPropose ? 'proposals.noneConvenor' : 'proposals.nonePartner')}
          />
        ) : (
          <div className="grid gap-4">{open.map(card)}</div>
        )}
      </Section>
      {answered.length > 0 && (
        <Section title={t('proposals.answered')}>
          <div className="grid gap-4">{answered.map(card)}</div>
        </Section>
      )}
    </>
  );
}
