import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { PublicFrame, PublicPage } from '#app/features/public-dialogues';
import { RegisterSection } from '#app/features/registrations';
import { registrantSchema } from '#app/features/registrations/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import type { DialogueId, RegistrationId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug = '', id } = args.params;
  const dialogue = await args.context.services.publicDialogues.showPublicDialogue({
    ...{ slug, dialogueId: id as DialogueId },
  });
  return {
    title: await pageTitle(args, 'dialogues:pageTitle', { title: dialogue.title }),
    ...{ slug, dialogue, freshId: crypto.randomUUID() },
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { slug = '', id: dialogueId = '' } = args.params;
  const { services, address } = args.context;
  const language = await readLanguage(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: registrantSchema,
    act: async ({ id, consent: hasConsented, ...facts }) => {
      await services.registrations.register({
        ...{ slug, facts, hasConsented, language, address },
        ...{ dialogueId: dialogueId as DialogueId, id: id as RegistrationId },
      });
      return redirect(`/p/${slug}/dialogues/${dialogueId}?registered`);
    },
  });
});

export default function PublicDialogue() {
  const { slug, dialogue, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [params] = useSearchParams();
  return (
    <PublicFrame workspace={dialogue.workspace}>
      <PublicPage slug={slug} dialogue={dialogue}>
        <RegisterSection
          dialogue={dialogue}
          freshId={freshId}
          isDone={params.has('registered')}
          answer={answer && 'result' in answer ? answer : undefined}
        />
      </PublicPage>
    </PublicFrame>
  );
}
