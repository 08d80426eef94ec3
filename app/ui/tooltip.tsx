import { type ReactNode, useId, useState } from 'react';

export interface TooltipProps {
  text: string;
  /** Gets the id of the text, for `aria-describedby` on the focusable thing inside. */
  children: (describedBy: string) => ReactNode;
}

/** Words shown on hover and focus, put away with Escape; they add to a name, they never replace it. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const [isDismissed, setIsDismissed] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape from the control inside.
    <span
      className="tooltip-anchor"
      data-dismissed={isDismissed || undefined}
      onKeyDown={(event) => event.key === 'Escape' && setIsDismissed(true)}
      onPointerLeave={() => setIsDismissed(false)}
      onBlur={() => setIsDismissed(false)}
    >
      {children(id)}
      <span role="tooltip" id={id} className="tooltip">
        {text}
      </span>
    </span>
  );
}
