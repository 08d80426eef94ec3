import { useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from './button';

export interface SubmitButtonProps extends Omit<ButtonProps, 'type'> {
  /** Overrides what the page's navigation says, for forms that a fetcher sends. */
  isPending?: boolean;
}

/** Sends its form; while this very form (and intent) is on its way it shows so and cannot send twice. */
export function SubmitButton({
  isPending,
  name,
  value,
  children,
  variant = 'primary',
  ...rest
}: SubmitButtonProps) {
  const { t } = useTranslation('ui');
  const { state, formData } = useNavigation();
  const isMine = !name || formData?.get(name) === value;
  const isSending = isPending ?? (state === 'submitting' && formData !== undefined && isMine);
  return (
    <>
      <Button {...rest} type="submit" name={name} value={value} variant={variant} isPending={isSending}>
        {children}
      </Button>
      <span className="sr-only" role="status">
        {isSending ? t('sending') : ''}
      </span>
    </>
  );
}
