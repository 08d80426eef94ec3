import { Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppShell, Icon, Menu, MenuHeading, MenuLink, MenuSeparator, type RailItem } from '#app/ui';
import { isInRegistry, RegistryTabs } from '../registry';
import { LanguageMenu } from './language-menu';
import { type Acting, type Person, PersonMenu } from './person-menu';

export interface WorkspaceLink {
  slug: string;
  name: string;
}

/** The frame of signed-in pages outside of any workspace: home, account, administration. */
export function PersonalShell({ person, children }: { person: Person; children: ReactNode }) {
  return (
    <AppShell language={<LanguageMenu />} person={<PersonMenu person={person} />}>
      {children}
    </AppShell>
  );
}

/** The frame of every page of a workspace. */
export function WorkspaceShell({
  workspace,
  workspaces,
  person,
  acting,
  mayImport,
  children,
}: {
  workspace: WorkspaceLink;
  /** Where else the person is a member. */
  workspaces: WorkspaceLink[];
  person: Person;
  acting: Acting;
  /** Whether files may be brought into the registry. */
  mayImport: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('workspaces');
  const { pathname } = useLocation();
  return (
    <AppShell
      rail={railOf(workspace.slug, t)}
      railLabel={t('shell.navigation')}
      switcher={<Switcher workspace={workspace} workspaces={workspaces} />}
      language={<LanguageMenu />}
      person={<PersonMenu person={person} acting={acting} />}
    >
      {isInRegistry(pathname) && <RegistryTabs slug={workspace.slug} mayImport={mayImport} />}
      {children}
    </AppShell>
  );
}

function railOf(slug: string, t: (key: string) => string): RailItem[] {
  const at = `/w/${slug}`;
  return [
    { to: at, label: t('shell.overview'), icon: 'overview', end: true },
    { to: `${at}/plans`, label: t('shell.plans'), icon: 'plan' },
    { to: `${at}/partners`, label: t('shell.partners'), icon: 'partners', covers: isInRegistry },
    { to: `${at}/dialogues`, label: t('shell.dialogues'), icon: 'dialogue', covers: isOfDialogues },
    { to: `${at}/members`, label: t('shell.members'), icon: 'members' },
    { to: `${at}/institutions`, label: t('shell.institutions'), icon: 'institution' },
    { to: `${at}/activity`, label: t('shell.activity'), icon: 'activity' },
    { to: `${at}/settings`, label: t('shell.settings'), icon: 'settings' },
  ];
}

/** The register of decisions and who took part are reached from the dialogues. */
function isOfDialogues(pathname: string): boolean {
  return /^\/w\/[^/]+\/(decisions|participation)/.test(pathname);
}

function Switcher({ workspace, workspaces }: { workspace: WorkspaceLink; workspaces: WorkspaceLink[] }) {
  const { t } = useTranslation('workspaces');
  if (workspaces.length < 2) {
    return (
      <Link to={`/w/${workspace.slug}`} className="menu-trigger no-underline">
        <span className="truncate">{workspace.name}</span>
      </Link>
    );
  }
  return (
    <Menu
      label={t('shell.switchWorkspace', { name: workspace.name })}
      trigger={
        <>
          <span className="truncate">{workspace.name}</span>
          <Icon name="chevronDown" />
        </>
      }
    >
      <MenuHeading>{t('shell.yourWorkspaces')}</MenuHeading>
      {workspaces.map(({ slug, name }) => (
        <MenuLink key={slug} to={`/w/${slug}`} isCurrent={slug === workspace.slug}>
          {name}
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink to="/home">{t('shell.allWorkspaces')}</MenuLink>
    </Menu>
  );
}
