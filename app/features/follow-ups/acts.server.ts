import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { malformed, readForm } from '#app/http/read-form.server';
import type {
  ActionId,
  DecisionId,
  DialogueId,
  DialogueItemId,
  DialogueProposalId,
  InstitutionId,
  PlanId,
} from '#domain/ids';

const id = z.string().min(1).max(100);
// The messages are keys of the catalogue `followUps`, under `fieldErrors`.
const chosen = z.string({ required_error: 'choose' }).min(1, 'choose').max(100);
const subject = z.object({ planId: id, actionId: chosen });
const added = subject.extend({
  title: z.string({ required_error: 'titleMissing' }).trim().min(1, 'titleMissing').max(200, 'tooLong'),
  leadInstitutionId: chosen,
});
const declined = subject.extend({
  reason: z.string({ required_error: 'reasonMissing' }).trim().min(1, 'reasonMissing').max(5_000, 'tooLong'),
});
const takenUp = z.object({ id, dialogueId: chosen });
const postponed = z.object({
  reviewOn: z
    .string({ required_error: 'dateMissing' })
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'dateMissing')
    .refine((date) => date > new Date().toISOString().slice(0, 10), 'dateMissing'),
  reason: z.string({ required_error: 'whyMissing' }).trim().min(1, 'whyMissing').max(5_000, 'tooLong'),
});

/** Does what a form of a decision's page asks for, by the name in its field `act`, and leads back to it. */
export async function handleFollowUp(args: ActionFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const { dialogues, followUps } = args.context.services;
  const formData = await readForm(args.request);
  const { pathname, search } = new URL(args.request.url);
  const back = () => redirect(pathname + search);
  const onDecision = {
    ...{ actor, workspaceId: workspace.id },
    decisionId: args.params.decisionId as DecisionId,
  };
  const about = ({ planId, actionId }: z.output<typeof subject>) => ({
    ...onDecision,
    ...{ planId: planId as PlanId, actionId: actionId as ActionId },
  });
  const simple = (run: (on: ReturnType<typeof about>) => Promise<void>) =>
    handleForm({ formData, schema: subject, act: (value) => run(about(value)).then(back) });
  switch (formData.get('act')) {
    case 'add':
      return handleForm({
        ...{ formData, schema: added },
        act: ({ title, leadInstitutionId, ...value }) =>
          followUps
            .linkAction({
              ...about(value),
              added: { title, leadInstitutionId: leadInstitutionId as InstitutionId },
            })
            .then(back),
      });
    case 'link':
      return simple((on) => followUps.linkAction({ ...on, added: null }));
    case 'accept':
      return simple((on) => followUps.answerFollowUp({ ...on, answer: { accepted: true } }));
    case 'decline':
      return handleForm({
        ...{ formData, schema: declined },
        act: ({ reason, ...value }) =>
          followUps.answerFollowUp({ ...about(value), answer: { accepted: false, reason } }).then(back),
      });
    case 'ask':
      return simple(followUps.askLeadAgain);
    case 'unlink':
      return simple(followUps.unlinkAction);
    case 'take-up':
      return handleForm({
        ...{ formData, schema: takenUp },
        act: ({ id: itemId, dialogueId }) =>
          dialogues
            .takeUpDecision({
              ...{ ...onDecision, dialogueId: dialogueId as DialogueId },
              ...{
                itemId: itemId as DialogueItemId,
                proposalId: `${itemId}-p` as DialogueProposalId,
              },
            })
            .then(back),
      });
    case 'postpone':
      return handleForm({
        ...{ formData, schema: postponed },
        act: (value) => dialogues.postponeDecision({ ...onDecision, ...value }).then(back),
      });
    default:
      throw malformed();
  }
}
