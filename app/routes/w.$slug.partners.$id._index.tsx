import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ProfileFacts } from '#app/features/partners';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { useFormat } from '#app/i18n/format';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { ConfirmButton, KeyFigure, KeyFigures, LinkButton, Refusal, Section } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const on = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  const partner = await args.context.services.partners.findPartner(on);
  const { subject, homeWorkspaceId } = partner;
  const isKeeper = may(actor, 'partner.edit', subject);
  return {
    title: await pageTitle(args, 'partners:page.title', { name: institutionName(partner.names, language) }),
    partner: { ...partner, country: countryName(partner.country, language) },
    isKeeper,
    mayPropose: may(actor, 'partner.propose', subject),
    mayIdentify: isKeeper && homeWorkspaceId === workspace.id,
    mayUnlist:
      may(actor, 'partner.unlist', subject) && Object.values(partner.counts).every((count) => count === 0),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const on = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  await args.context.services.partners.unlistPartner({ actor, ...on });
  return redirect(`/w/${workspace.slug}/partners?done=unlisted`);
});

export default function PartnerOverview() {
  const { t, i18n } = useTranslation('partners');
  const { number } = useFormat();
  const { partner, isKeeper, mayPropose, mayIdentify, mayUnlist } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { mandates, themes, people, documents } = partner.counts;
  return (
    <>
      <Refusal refusal={answer?.refusal} />
      <div className="mb-8">
        <KeyFigures>
          <KeyFigure
            label={t('page.mandates')}
            value={number(mandates)}
            note={t('page.themes', { count: themes })}
            to="mandates"
          />
          <KeyFigure label={t('page.people')} value={number(people)} to="people" />
          <KeyFigure label={t('page.documents')} value={number(documents)} to="documents" />
        </KeyFigures>
      </div>
      <Section
        title={t('page.profile')}
        actions={
          <span className="flex flex-wrap gap-2">
            {mayIdentify && <LinkButton to="identifiers">{t('page.identifiers')}</LinkButton>}
            {(isKeeper || mayPropose) && (
              <LinkButton to="edit" icon="edit">
                {t(isKeeper ? 'form.edit' : 'form.proposeChange')}
              </LinkButton>
            )}
          </span>
        }
      >
        <ProfileFacts partner={partner} />
      </Section>
      {mayUnlist && (
        <Section title={t('unlist.title')} lead={t('unlist.lead')}>
          <ConfirmButton
            label={t('unlist.submit')}
            button={{ variant: 'danger' }}
            title={t('unlist.question', { name: institutionName(partner.names, i18n.language) })}
            confirmLabel={t('unlist.submit')}
            fields={{ intent: 'unlist' }}
          >
            <p>{t('unlist.lead')}</p>
          </ConfirmButton>
        </Section>
      )}
    </>
  );
}
