import { Fragment } from 'react';
import { classNames } from './class-names';

/** An address to write to, which breaks after its signs where a line is short, and not within its words. */
export function EmailLink({ email, className }: { email: string; className?: string }) {
  return (
    <a href={`mailto:${email}`} className={classNames('wrap-break-word', className)}>
      {email.split(/(?<=[@.])/).map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one address.
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </a>
  );
}
