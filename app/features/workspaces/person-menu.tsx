import { Form, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Icon, InstitutionBadge, Menu, MenuButton, MenuHeading, MenuLink, MenuSeparator } from '#app/ui';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';

export interface Person {
  name: string;
  email: string;
  isAdministrator: boolean;
}

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
export function PersonMenu({ person, acting }: { person: Person; acting?: Acting }) {
  const { t, i18n } = useTranslation('workspaces');
  const current = acting?.options.find(({ membershipId }) => membershipId === acting.membershipId);
  const institution = current && institutionName(current.institution.names, i18n.language);
  const label = institution
    ? t('shell.person', { name: person.name, institution })
    : t('shell.personAlone', { name: person.name });
  return (
    <Menu label={label} trigger={<Trigger person={person} institution={current?.institution} />}>
      <div className="menu-heading">
        <p className="font-medium text-ink">{person.name}</p>
        <p>{person.email}</p>
      </div>
      {acting && <ActingForm acting={acting} />}
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

function Trigger({ person, institution }: { person: Person; institution?: InstitutionLabel }) {
  const { i18n } = useTranslation();
  return (
    <>
      <Icon name="person" />
      {institution ? (
        <span className="max-w-24 truncate sm:max-w-52">
          <InstitutionBadge
            kind={institution.kind}
            acronym={institution.acronym}
            name={institutionName(institution.names, i18n.language)}
          />
        </span>
      ) : (
        <span className="hidden max-w-96 truncate sm:inline">{person.name}</span>
      )}
    </>
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
