import { useNavigate, useSearchParams } from '@remix-run/react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/ui';
import { changeAddress } from '../grid/filters';

/**
 * The panel of one action beside the grid; on a phone, a page of its own. Esc and "Close" leave it, and so does the
 * browser's back button.
 */
export function DrawerFrame({
  number,
  title,
  onKeyDown,
  children,
}: {
  number: string;
  title: string;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('actions');
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const closeAddress = `?${changeAddress(params, { action: null })}`;

  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <aside
      className="action-drawer"
      aria-label={t('drawer.name', { title: title || t('untitled') })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) navigate(closeAddress, { replace: true });
        onKeyDown?.(event);
      }}
    >
      <header className="drawer-header">
        <h2 ref={heading} tabIndex={-1}>
          <span className="cell-number">{number}</span> {title || t('untitled')}
        </h2>
        <LinkButton to={closeAddress} replace preventScrollReset variant="quiet" size="small" icon="close">
          {t('drawer.close')}
        </LinkButton>
      </header>
      <div className="drawer-body">{children}</div>
    </aside>
  );
}
