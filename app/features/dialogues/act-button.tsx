import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { IconName } from '#app/ui';
import { IconButton, SubmitButton } from '#app/ui';
import { OnceId } from './once-id';

/** A button that is a form: one act with its fields, working without JavaScript. */
export function ActButton({
  fields,
  onceId,
  children,
  label,
  icon,
  variant = 'secondary',
  isPressed,
}: {
  /** `act` and what it is about. */
  fields: Record<string, string>;
  onceId?: string;
  children?: ReactNode;
  /** The name, where the words on the button alone do not say what it is about. */
  label?: string;
  /** Alone with `label` where there is no room for words. */
  icon?: IconName;
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  isPressed?: boolean;
}) {
  return (
    <Form method="post" preventScrollReset className="contents">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {onceId && <OnceId id={onceId} />}
      {icon && label && !children ? (
        <IconButton type="submit" size="small" icon={icon} label={label} />
      ) : (
        <SubmitButton
          size="small"
          variant={variant}
          icon={icon}
          aria-label={label}
          aria-pressed={isPressed}
          isPending={false}
        >
          {children}
        </SubmitButton>
      )}
    </Form>
  );
}
