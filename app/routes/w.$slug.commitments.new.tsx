import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityForm } from '#app/features/commitments';
import { activitySchema } from '#app/features/commitments/activity-schema';
import { keptPartners, themeWordsOf } from '#app/features/commitments/form.server';
import { newActivityOf } from '#app/features/commitments/merge-edit';
import { readShareChoices } from '#app/features/commitments/share-choices.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryName, currencyOptions } from '#app/i18n/names.server';
import { EmptyState, LinkButton, PageHeader } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  authorise(actor, 'registry.import', { workspaceId: workspace.id });
  const language = await readLanguage(args);
  const partner = new URL(args.request.url).searchParams.get('partner');
  return {
    title: await pageTitle(args, 'commitments:form.newTitle'),
    base: `/w/${workspace.slug}`,
    partners: await keptPartners(args, actor, workspace.id),
    currencies: currencyOptions(language),
    shares: await readShareChoices(args),
    values: {
      ...(partner ? { partnerId: partner } : {}),
      countries: countryName(workspace.country, language) ?? '',
      currency_0: workspace.currency,
    },
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: activitySchema(await readLanguage(args), themeWordsOf()).refine(
      ({ partnerId }) => partnerId !== '',
      { path: ['partnerId'], message: 'partnerMissing' },
    ),
    act: async (input) => {
      const { activityId } = await args.context.services.commitments.enterActivity({
        actor,
        workspaceId: workspace.id,
        partnerId: input.partnerId as InstitutionId,
        activity: newActivityOf(input),
      });
      return redirect(`/w/${workspace.slug}/commitments/${activityId}?done=entered`);
    },
  });
});

export default function NewActivity() {
  const { t } = useTranslation('commitments');
  const { base, partners, currencies, shares, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        breadcrumbs={[{ to: `${base}/commitments`, label: t('list.title') }]}
      />
      {partners.length === 0 ? (
        <EmptyState
          level={2}
          title={t('form.noPartner')}
          body={t('form.noPartnerBody')}
          action={<LinkButton to={`${base}/partners`}>{t('registry:section.partners')}</LinkButton>}
        />
      ) : (
        <ActivityForm
          {...{ partners, currencies, shares, values }}
          filledRows={0}
          answer={answer && 'result' in answer ? answer : undefined}
          submitLabel={t('form.enter')}
        />
      )}
    </>
  );
}
