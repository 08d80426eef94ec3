import type { ReactNode } from 'react';
import type { IconName } from '#app/ui';
import { IconButton, SubmitButton } from '#app/ui';
import type { WaitingAct } from '#domain/dialogues/waiting-acts';
import { OnceId } from './once-id';
import { WaitingForm } from './waiting/waiting-form';

/** A button that is a form: one act with its fields, working without JavaScript. */
export function ActButton({
  fields,
  waits,
  onceId,
  children,
  label,
  icon,
  variant = 'secondary',
  isPressed,
}: {
  /** `act` and what it is about. */
  fields: Record<string, string>;
  /** The same act, where it may wait for the network. */
  waits?: WaitingAct;
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
    <WaitingForm method="post" preventScrollReset className="contents" actOf={waits && (() => waits)}>
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
    </WaitingForm>
  );
}
