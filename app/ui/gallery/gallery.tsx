import { useTranslation } from 'react-i18next';
import { fallbackLanguage, isLanguage } from '#domain/languages';
import { AppShell, Icon, Menu, MenuHeading, MenuLink, PageHeader, type RailItem } from '../index';
import { ButtonSamples, FieldSamples } from './gallery-controls';
import { DataSamples } from './gallery-data';
import { OverlaySamples } from './gallery-overlays';
import { SurfaceSamples, TextSamples } from './gallery-surfaces';
import { type GalleryWords, galleryWords } from './words';

function railOf(own: GalleryWords): RailItem[] {
  return [
    { to: '/ui', label: own.overview, icon: 'overview', end: true },
    { to: '/ui/plan', label: own.plan, icon: 'plan' },
    { to: '/ui/actions', label: own.actions, icon: 'actions', count: '40' },
    { to: '/ui/members', label: own.members, icon: 'members' },
    { to: '/ui/activity', label: own.activity, icon: 'activity' },
    { to: '/ui/settings', label: own.settings, icon: 'settings' },
  ];
}

function themesOf(own: GalleryWords) {
  return (['light', 'dark'] as const).map((theme) => [theme, { ...own, theme: own[theme] }] as const);
}

/** Every component in every state, in one theme and then in the other. */
export function Gallery() {
  const { i18n } = useTranslation();
  const own = galleryWords[isLanguage(i18n.language) ? i18n.language : fallbackLanguage];
  return (
    <AppShell
      rail={railOf(own)}
      switcher={<BarMenu heading={own.workspace} items={[own.overview, own.plan]} />}
      person={<BarMenu heading={own.person} items={[own.settings]} icon />}
    >
      <PageHeader title={own.title} lead={own.lead} breadcrumbs={[{ to: '/', label: own.overview }]} />
      {themesOf(own).map(([theme, words]) => (
        <div key={theme} data-theme={theme} className="mb-8 rounded-lg border border-line p-4 md:p-6">
          <p className="mb-4 font-semibold">{words.theme}</p>
          <TextSamples words={words} />
          <ButtonSamples words={words} />
          <FieldSamples words={words} scope={theme} />
          <SurfaceSamples words={words} />
          <DataSamples words={words} />
          <OverlaySamples words={words} />
        </div>
      ))}
    </AppShell>
  );
}

function BarMenu({ heading, items, icon }: { heading: string; items: string[]; icon?: boolean }) {
  return (
    <Menu
      trigger={
        <>
          {icon && <Icon name="person" />}
          <span className="truncate">{heading}</span>
          <Icon name="chevronDown" />
        </>
      }
    >
      <MenuHeading>{heading}</MenuHeading>
      {items.map((item) => (
        <MenuLink key={item} to=".">
          {item}
        </MenuLink>
      ))}
    </Menu>
  );
}
