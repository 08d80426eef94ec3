import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, SubmitButton, TextArea } from '#app/ui';
import type { ListedProposal } from '#server/features/partners';

/** What can be done with an open proposal: the partner accepts or rejects it, the convenors withdraw it. */
export function AnswerForms({
  proposal,
  mayAnswer,
  problem,
}: {
  proposal: ListedProposal;
  mayAnswer: boolean;
  problem?: string;
}) {
  const { t } = useTranslation('partners');
  const { id, state, current, conflicts, isGone, mayWithdraw } = proposal;
  if (state !== 'open' || (!mayAnswer && !mayWithdraw)) return null;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      {mayAnswer && !isGone && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="proposalId" value={id} />
          {current && <input type="hidden" name="seen" value={JSON.stringify(current)} />}
          <input type="hidden" name="intent" value="accept" />
          <SubmitButton aria-describedby={`proposal-${id}`} name="accept" value={id}>
            {t(conflicts.length > 0 ? 'proposal.acceptAnyway' : 'proposal.accept')}
          </SubmitButton>
        </Form>
      )}
      {mayAnswer && (
        <Disclosure title={t('proposal.reject')} isOpen={problem !== undefined}>
          <Form method="post" className="form min-w-0 py-2" preventScrollReset>
            <input type="hidden" name="proposalId" value={id} />
            <TextArea
              label={t('proposal.answer')}
              hint={t('proposal.answerHint')}
              name="reason"
              rows={3}
              error={problem}
              maxLength={2000}
              isRequired
            />
            <div className="form-actions">
              <Button type="submit" name="intent" value="reject" aria-describedby={`proposal-${id}`}>
                {t('proposal.rejectSubmit')}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
      {mayWithdraw && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="proposalId" value={id} />
          <Button type="submit" name="intent" value="withdraw" aria-describedby={`proposal-${id}`}>
            {t('proposal.withdraw')}
          </Button>
        </Form>
      )}
    </div>
  );
}
