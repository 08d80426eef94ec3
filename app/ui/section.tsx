import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';

export interface SectionProps {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A titled part of a page, findable as a region. */
export function Section({ title, lead, actions, children, id }: SectionProps) {
  const titleId = useId();
  return (
    <section className="section" aria-labelledby={titleId} id={id}>
      <div className="section-header">
        <h2 id={titleId}>{title}</h2>
        {actions}
        {lead && (
          <div className="section-lead basis-full text-muted">
            <p className="max-w-reading">{lead}</p>
          </div>
        )}
      </div>
      {children}
    </section>
  );
}

export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classNames('card', className)}>{children}</div>;
}
