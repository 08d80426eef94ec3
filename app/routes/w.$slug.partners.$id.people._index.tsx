import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PersonList } from '#app/features/partners';
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
  const on = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  const [{ subject }, people, language] = await Promise.all([
    partners.findPartner(on),
    partners.listFocalPersons({ actor, ...on }),
    readLanguage(args),
  ]);
  return {
    title: await pageTitle(args, 'partners:people.title'),
    people,
    places: placeNames(
      people.map(({ country }) => country),
      language,
    ),
    seesAll: may(actor, 'partner.seePeople', subject),
    isKeeper: may(actor, 'partner.edit', subject),
    mayPropose: may(actor, 'partner.propose', subject),
  };
});

export default function People() {
  const { t } = useTranslation('partners');
  const { people, places, seesAll, isKeeper, mayPropose } = useLoaderData<typeof loader>();
  const mayEdit = isKeeper || mayPropose;
  const add = mayEdit && (
    <LinkButton to="new" icon="add" variant={isKeeper ? 'primary' : 'secondary'}>
      {t(isKeeper ? 'form.keep.add.focal_person' : 'form.propose.add.focal_person')}
    </LinkButton>
  );
  return (
    <Section title={t('people.title')} lead={t('people.lead')} actions={add}>
      {people.length === 0 ? (
        <EmptyState title={t('people.none')} body={t(isKeeper ? 'people.noneBody' : 'people.noneReader')} />
      ) : (
        <PersonList people={people} places={places} seesAll={seesAll} mayEdit={mayEdit} />
      )}
    </Section>
  );
}
