import { Link, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';
import { Menu, MenuLink } from './menu';

export interface RailItem {
  to: string;
  label: string;
  icon: IconName;
  /** Only the exact address counts as here. */
  end?: boolean;
  count?: string;
  /** Whether an address that does not begin with `to` belongs to the place all the same. */
  covers?: (pathname: string) => boolean;
}

/** A thumb reaches five places; the bottom bar keeps the last for the rest. */
const barPlaces = 5;

/** The places of a workspace: a rail at the start, a bar at the bottom on phones. */
export function Rail({ items, label }: { items: readonly RailItem[]; label: string }) {
  const { t } = useTranslation('ui');
  const { pathname } = useLocation();
  const overflow = items.length > barPlaces ? items.slice(barPlaces - 1) : [];
  return (
    <nav className="rail" aria-label={label}>
      <ul className="rail-list">
        {items.map((item) => (
          <li key={item.to} className={overflow.includes(item) ? 'rail-overflow' : undefined}>
            <Link to={item.to} prefetch="intent" aria-current={isHere(item, pathname) ? 'page' : undefined}>
              <Icon name={item.icon} />
              <span>{item.label}</span>
              {item.count && <span className="rail-count">{item.count}</span>}
            </Link>
          </li>
        ))}
        {overflow.length > 0 && (
          <li className="rail-more">
            <Menu
              trigger={
                <>
                  <Icon name="more" />
                  <span>{t('more')}</span>
                </>
              }
            >
              {overflow.map((item) => (
                <MenuLink key={item.to} to={item.to} icon={item.icon} isCurrent={isHere(item, pathname)}>
                  {item.label}
                </MenuLink>
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

function isHere({ to, end, covers }: RailItem, pathname: string): boolean {
  if (end) return pathname.replace(/\/$/, '') === to;
  return `${pathname}/`.startsWith(`${to}/`) || (covers?.(pathname) ?? false);
}
