import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';

export type Tone = 'neutral' | 'accent' | 'info' | 'positive' | 'warning' | 'critical';

/** A state in a word; the word says it, the colour only helps. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className="badge" data-tone={tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
