import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAccount } from '#app/features/accounts/session.server';
import { ApiReference, VisitorShell } from '#app/features/api';
import { readDescription, readProblemCodes } from '#app/features/api/read-description';
import { PersonalShell } from '#app/features/workspaces';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';

export const meta = titleFromData;

/** Nothing in it is anybody's: who writes a program reads it before they have an account. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const document = args.context.services.api.description();
  return {
    title: await pageTitle(args, 'api:reference.title'),
    account: await readAccount(args),
    lists: readDescription(document),
    problemCodes: readProblemCodes(document),
    origin: args.context.publicUrl,
  };
});

export default function ApiPage() {
  const { account, ...reference } = useLoaderData<typeof loader>();
  const page = <ApiReference {...reference} />;
  return account ? (
    <PersonalShell person={account}>{page}</PersonalShell>
  ) : (
    <VisitorShell>{page}</VisitorShell>
  );
}
