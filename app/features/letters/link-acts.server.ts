import type { ActionFunctionArgs } from '@remix-run/node';
import { act } from '#app/features/dialogues/acts.server';
import { malformed, readForm } from '#app/http/read-form.server';
import type { DelegateId } from '#domain/ids';
import { aboutDelegate, linkAnswer, linkDelegate } from './schemas';

/** What whoever holds a letter does with it. */
export async function linkActs(args: ActionFunctionArgs) {
  const { services, address } = args.context;
  const { letters } = services;
  const link = { token: args.params.token ?? '', address };
  const acts = {
    answer: act(linkAnswer, ({ answer }) => letters.answerByLink({ ...link, answer })),
    'delegate-add': act(linkDelegate, ({ id, name, role }) =>
      letters.nameByLink({ ...link, delegate: { id: id as DelegateId, name, role } }),
    ),
    'delegate-remove': act(aboutDelegate, ({ delegateId }) =>
      letters.unnameByLink({ ...link, delegateId: delegateId as DelegateId }),
    ),
  };
  const formData = await readForm(args.request);
  const name = String(formData.get('act'));
  const handle = Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined;
  if (!handle) throw malformed();
  return handle(formData, new URL(args.request.url).pathname);
}
