import type { LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import '#app/features/dialogues/dialogues.css';
import { OwnLetter } from '#app/features/letters';
import { linkActs } from '#app/features/letters/link-acts.server';
import { PublicFrame } from '#app/features/public-dialogues';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { services, address } = args.context;
  const letter = await services.letters.openLetter({ token: args.params.token ?? '', address });
  return {
    title: await pageTitle(args, 'letters:own.pageTitle', { title: letter.dialogue.title }),
    letter,
    freshId: crypto.randomUUID(),
  };
});

export const action = guardAction(linkActs);

export default function LetterPage() {
  const { letter, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame workspace={letter.workspace}>
      <OwnLetter letter={letter} freshId={freshId} answer={answer} />
    </PublicFrame>
  );
}
