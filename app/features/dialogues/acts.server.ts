import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { malformed, readForm } from '#app/http/read-form.server';
import type { DialogueId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import type { Services } from '#server/services';

/** The kinds of forms of a page, by their name. */
export type Acts = Record<string, Handle>;

export interface ActContext {
  services: Services;
  dialogues: Services['dialogues'];
  asked: {
    actor: Actor;
    workspaceId: NonNullable<Actor['membership']>['workspaceId'];
    dialogueId: DialogueId;
  };
  own: NonNullable<Actor['membership']>['institutionId'];
}

type Handle = (formData: FormData, backTo: string) => ReturnType<typeof handleForm<z.ZodTypeAny, Response>>;

/** One kind of form of a page: what it holds, and what is done with it. It leads back to where it was sent from. */
export function act<Schema extends z.ZodTypeAny>(
  schema: Schema,
  run: (value: z.output<Schema>) => Promise<unknown>,
): Handle {
  return (formData, backTo) =>
    handleForm({
      formData,
      schema: schema as z.ZodTypeAny,
      act: async (value) => {
        await run(value);
        return redirect(backTo);
      },
    });
}

/** Does what a form of a dialogue's page asks for, by the name in its field `act`. */
export async function handleActs(
  args: ActionFunctionArgs,
  actsOf: (context: ActContext, formData: FormData) => Acts,
) {
  const { actor, workspace } = await requireMember(args);
  const dialogueId = args.params.id as DialogueId;
  const formData = await readForm(args.request);
  const { services } = args.context;
  const { dialogues } = services;
  const asked = { actor, workspaceId: workspace.id, dialogueId };
  const acts = actsOf({ services, dialogues, asked, own: actor.membership.institutionId }, formData);
  const name = String(formData.get('act'));
  const handle = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!handle) throw malformed();
  const { pathname, searchParams } = new URL(args.request.url);
  searchParams.delete('index');
  for (const done of doneWith(name, formData)) searchParams.delete(done);
  return handle(formData, searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname);
}

/** What the address opened and the act has closed. Whoever opens another item is shown that. */
function doneWith(name: string, formData: FormData): string[] {
  const isTurned = name === 'item' && ['open', 'resume'].includes(String(formData.get('itemAct')));
  if (name === 'item-edit' || isTurned) return ['item'];
  return name === 'propose' && formData.has('amendsId') ? ['amends'] : [];
}
