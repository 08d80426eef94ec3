import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { institutionOptions } from '#app/features/institutions';
import { DeliveredNotice, NewWorkspaceForm } from '#app/features/workspaces';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { newWorkspaceOf } from '#app/features/workspaces/new-workspace.server';
import { newWorkspaceSchema } from '#app/features/workspaces/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions, currencyOptions } from '#app/i18n/names.server';
import { LinkButton } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const language = await readLanguage(args);
  const sort = { key: 'name', isDescending: false } as const;
  const filter = { ...wholeList, search: '', kind: '', sort, language };
  const directory = await args.context.services.institutions.listDirectory(actor, filter);
  return {
    title: await pageTitle(args, 'administration:create'),
    institutions: institutionOptions(directory.rows, language),
    countries: countryOptions(language),
    currencies: currencyOptions(language),
    language,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const language = await readLanguage(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: newWorkspaceSchema,
    act: async (value) => {
      const input = newWorkspaceOf(value, { actor, language });
      const { slug, delivery } = await args.context.services.workspaces.createWorkspace(input);
      return delivery ? { delivery } : redirect(`/w/${slug}`);
    },
  });
});

export default function NewWorkspace() {
  const { t } = useTranslation('workspaces');
  const { institutions, countries, currencies, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'delivery' in answer) {
    return (
      <>
        <h2 className="mb-4 text-xl">{t('administration:opened')}</h2>
        <DeliveredNotice delivery={answer.delivery} />
        <LinkButton to="/admin">{t('administration:workspaces')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <h2 className="mb-4 text-xl">{t('administration:create')}</h2>
      <NewWorkspaceForm
        institutions={institutions}
        countries={countries}
        currencies={currencies}
        language={language}
        answer={answer && 'result' in answer ? answer : undefined}
      />
    </>
  );
}
