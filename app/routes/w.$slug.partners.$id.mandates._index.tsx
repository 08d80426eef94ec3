import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MandateTable } from '#app/features/partners';
import { placeNames } from '#app/features/partners/place-names.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { EmptyState, LinkButton, Section } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { partners } = args.context.services;
  const language = await readLanguage(args);
  const institutionId = args.params.id as InstitutionId;
  const { subject } = await partners.findPartner({ workspaceId: workspace.id, institutionId });
  const mandates = await partners.listMandates(workspace.id, { institutionId, withEnded: true, language });
  const origins = await partners.mandateOrigins(
    workspace.id,
    mandates.map(({ id }) => id),
  );
  const rows = mandates.map((mandate) => ({ ...mandate, origins: origins.get(mandate.id) ?? [] }));
  return {
    title: await pageTitle(args, 'partners:tabs.mandates'),
    current: rows.filter(({ state }) => state !== 'ended'),
    ended: rows.filter(({ state }) => state === 'ended'),
    places: placeNames(
      mandates.map(({ place }) => place),
      language,
    ),
    isKeeper: may(actor, 'partner.edit', subject),
    mayPropose: may(actor, 'partner.propose', subject),
  };
});

export default function Mandates() {
  const { t } = useTranslation('partners');
  const { current, ended, places, isKeeper, mayPropose } = useLoaderData<typeof loader>();
  const mayEdit = isKeeper || mayPropose;
  const title = t('mandates.current', { count: current.length });
  const past = t('mandates.ended', { count: ended.length });
  const add = mayEdit && (
    <LinkButton to="new" icon="add" variant={isKeeper ? 'primary' : 'secondary'}>
      {t(isKeeper ? 'form.keep.add.mandate' : 'form.propose.add.mandate')}
    </LinkButton>
  );
  return (
    <>
      <Section title={title} actions={add}>
        {current.length === 0 ? (
          <EmptyState
            title={t('mandates.none')}
            body={t(isKeeper ? 'mandates.noneBody' : 'mandates.noneReader')}
          />
        ) : (
          <MandateTable caption={title} mandates={current} places={places} mayEdit={mayEdit} />
        )}
      </Section>
      {ended.length > 0 && (
        <Section title={past}>
          <MandateTable caption={past} mandates={ended} places={places} mayEdit={mayEdit} />
        </Section>
      )}
    </>
  );
}
