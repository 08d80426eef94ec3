import type { ReactNode } from 'react';
import type { Tone } from './badge';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';

export const toneIcons: Record<Tone, IconName> = {
  neutral: 'info',
  accent: 'info',
  info: 'info',
  positive: 'positive',
  warning: 'warning',
  critical: 'critical',
};

export interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** `alert` for what just went wrong, `status` for what just went well; nothing for what is simply so. */
  role?: 'alert' | 'status';
}

/** Something to know about this page: what happened, what was kept, what to do. */
export function Notice({ tone = 'info', title, children, role }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={role}>
      <Icon name={toneIcons[tone]} />
      <div className="notice-text">
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
