import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PublicFrame } from '#app/features/public-dialogues';
import { OwnRegistration, Withdrawn } from '#app/features/registrations';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';

export const meta = titleFromData;

/** In place of a token: whoever has withdrawn finds nothing at their own address any more. */
const withdrawn = 'withdrawn';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { services, address } = args.context;
  const { token = '' } = args.params;
  const title = await pageTitle(args, 'publicPages:own.title');
  if (token === withdrawn) return { title, registration: null };
  return { title, registration: await services.registrations.openRegistration({ token, address }) };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { services, address } = args.context;
  await services.registrations.withdraw({ token: args.params.token ?? '', address });
  return redirect(`/registrations/${withdrawn}`);
});

export default function RegistrationPage() {
  const { registration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame workspace={registration?.workspace}>
      {registration ? (
        <OwnRegistration registration={registration} refusal={answer?.refusal ?? null} />
      ) : (
        <Withdrawn />
      )}
    </PublicFrame>
  );
}
