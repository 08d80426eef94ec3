import type { ReactNode } from 'react';

/** Why there is nothing here and what to do next. */
export function EmptyState({
  title,
  body,
  action,
  level = 3,
}: {
  title: ReactNode;
  body?: ReactNode;
  action?: ReactNode;
  /** 2 where it stands right below the page's title. */
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty-state">
      <Heading className="text-base">{title}</Heading>
      {body && <p>{body}</p>}
      {action && <div className="empty-state-action">{action}</div>}
    </div>
  );
}
