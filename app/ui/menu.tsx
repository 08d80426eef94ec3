import { Link } from '@remix-run/react';
import { type ButtonHTMLAttributes, type ReactNode, useEffect, useId, useRef } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';
import { placePopover } from './place-popover';

export interface MenuProps {
  /** The name of the button, when `trigger` is only a picture or only part of it. */
  label?: string;
  trigger: ReactNode;
  triggerClassName?: string;
  children: ReactNode;
}

/**
 * A button that opens a list of links and buttons: a disclosure in the browser's own popover, which closes with Escape
 * or a click elsewhere, gives the focus back and opens without JavaScript. Arrow keys move as people expect of a menu.
 */
export function Menu({ label, trigger, triggerClassName = 'menu-trigger', children }: MenuProps) {
  const id = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const popoverRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const popover = popoverRef.current;
    if (!popover) return;
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'open' && buttonRef.current)
        placePopover(popover, buttonRef.current);
    };
    popover.addEventListener('toggle', onToggle);
    return () => popover.removeEventListener('toggle', onToggle);
  }, []);

  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        className={triggerClassName}
        aria-label={label}
        title={label}
        {...{ popovertarget: id }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || !popoverRef.current) return;
          event.preventDefault();
          popoverRef.current.showPopover();
          moveFocus(popoverRef.current, 1);
        }}
      >
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the keys of the items inside. */}
      <div
        ref={popoverRef}
        id={id}
        className="popover"
        {...{ popover: 'auto' }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!step || event.target instanceof HTMLInputElement) return;
          event.preventDefault();
          moveFocus(event.currentTarget, step);
        }}
        onClick={(event) => {
          const isItem = event.target instanceof Element && event.target.closest('.menu-item');
          if (isItem) event.currentTarget.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}

function moveFocus(container: HTMLElement, step: number) {
  const items = [...container.querySelectorAll<HTMLElement>('.menu-item:not(:disabled)')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}

interface ItemProps {
  icon?: IconName;
  isCurrent?: boolean;
  tone?: 'neutral' | 'critical';
  children: ReactNode;
}

export function MenuLink({
  to,
  icon,
  isCurrent,
  children,
  reloadDocument,
}: ItemProps & { to: string; reloadDocument?: boolean }) {
  return (
    <Link to={to} className="menu-item" aria-current={isCurrent || undefined} reloadDocument={reloadDocument}>
      <ItemContent icon={icon} isCurrent={isCurrent}>
        {children}
      </ItemContent>
    </Link>
  );
}

/** A button of the menu; inside a form give it `type="submit"`, name and value. */
export function MenuButton({
  icon,
  isCurrent,
  tone,
  children,
  className,
  ...rest
}: ItemProps & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames('menu-item', className)}
      data-tone={tone}
      aria-current={isCurrent || undefined}
    >
      <ItemContent icon={icon} isCurrent={isCurrent}>
        {children}
      </ItemContent>
    </button>
  );
}

function ItemContent({ icon, isCurrent, children }: ItemProps) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className="min-w-0">{children}</span>
      {isCurrent && <Icon name="check" className="menu-item-check" />}
    </>
  );
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="menu-heading">{children}</p>;
}

export function MenuSeparator() {
  return <div className="menu-separator" />;
}
