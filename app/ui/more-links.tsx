import { useTranslation } from 'react-i18next';
import { LinkButton } from './button';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';
import { Menu, MenuLink } from './menu';

interface MoreLink {
  to: string;
  label: string;
  icon?: IconName;
  /** A file, not a page. */
  isFile?: boolean;
}

/** The less important ways on from a page: buttons where there is room, behind one "…" on a phone. */
export function MoreLinks({ links }: { links: readonly MoreLink[] }) {
  const { t } = useTranslation('ui');
  if (links.length === 0) return null;
  return (
    <>
      {links.map(({ to, label, icon, isFile }) => (
        <LinkButton
          key={to}
          to={to}
          icon={icon}
          reloadDocument={isFile}
          download={isFile}
          className="more-links-wide"
        >
          {label}
        </LinkButton>
      ))}
      <div className="more-links-menu">
        <Menu
          label={t('moreWays')}
          trigger={<Icon name="more" />}
          triggerClassName="button button-secondary button-icon"
        >
          {links.map(({ to, label, icon, isFile }) => (
            <MenuLink key={to} to={to} icon={icon} reloadDocument={isFile}>
              {label}
            </MenuLink>
          ))}
        </Menu>
      </div>
    </>
  );
}
