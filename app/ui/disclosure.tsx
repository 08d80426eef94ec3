import type { ReactNode } from 'react';
import { Icon } from './icon';

/** More for those who want it; works without JavaScript. */
export function Disclosure({
  title,
  children,
  isOpen,
}: {
  title: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
}) {
  return (
    <details className="disclosure" open={isOpen}>
      <summary>
        <Icon name="chevronEnd" />
        {title}
      </summary>
      {children}
    </details>
  );
}
