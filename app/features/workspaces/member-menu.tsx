import { Form, useLocation, useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { loader as rootLoader } from '#app/root';
import { Icon, InstitutionBadge, Menu, MenuButton, MenuHeading, MenuLink, MenuSeparator } from '#app/ui';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';

export interface ActingOption {
  membershipId: string;
  institution: InstitutionLabel;
}

/** In a workspace: for whom the person acts there, and could. */
export interface Acting {
  slug: string;
  membershipId: string;
  options: ActingOption[];
}

/** Who is signed in and for which institution; another institution is one click away. */
export function MemberMenu({ acting }: { acting: Acting }) {
  const { t, i18n } = useTranslation('workspaces');
  const person = useRouteLoaderData<typeof rootLoader>('root')?.account;
  if (!person) return null;
  const current = acting.options.find(({ membershipId }) => membershipId === acting.membershipId);
  if (!current) return null;
  const { kind, acronym, names } = current.institution;
  const name = institutionName(names, i18n.language);
  return (
    <Menu
      label={t('shell.person', { name: person.name, institution: name })}
      trigger={
        <>
          <Icon name="person" />
          <span className="max-w-24 truncate sm:max-w-52">
            <InstitutionBadge kind={kind} acronym={acronym} name={name} />
          </span>
        </>
      }
    >
      <MenuHeading>
        {person.name}
        <span className="block font-normal text-muted">{person.email}</span>
      </MenuHeading>
      <ActingForm acting={acting} />
      <MenuSeparator />
      <MenuLink to="/account" icon="person">
        {t('shell.account')}
      </MenuLink>
      {person.isAdministrator && (
        <MenuLink to="/admin" icon="settings">
          {t('shell.administration')}
        </MenuLink>
      )}
      <Form method="post" action="/sign-out">
        <MenuButton type="submit" icon="signOut">
          {t('shell.signOut')}
        </MenuButton>
      </Form>
    </Menu>
  );
}

function ActingForm({ acting }: { acting: Acting }) {
  const { t, i18n } = useTranslation('workspaces');
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={`/w/${acting.slug}/acting`}>
      <MenuHeading>{t('shell.actingFor')}</MenuHeading>
      <input type="hidden" name="next" value={`${pathname}${search}`} />
      {acting.options.map(({ membershipId, institution }) => (
        <MenuButton
          key={membershipId}
          type="submit"
          name="membershipId"
          value={membershipId}
          isCurrent={membershipId === acting.membershipId}
        >
          <InstitutionBadge
            kind={institution.kind}
            acronym={institution.acronym}
            name={institutionName(institution.names, i18n.language)}
            isFull
          />
        </MenuButton>
      ))}
    </Form>
  );
}
