import { Form } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from './button';
import { Dialog } from './dialog';

export interface ConfirmDialogProps {
  /** A question that names what will go. */
  title: ReactNode;
  children?: ReactNode;
  /** The verb of the act, never "OK". */
  confirmLabel: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm?: () => void;
  /** Sent as a form when confirmed, instead of `onConfirm`. */
  fields?: Record<string, string>;
  action?: string;
  variant?: 'danger' | 'primary';
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    children,
    confirmLabel,
    isOpen,
    onClose,
    onConfirm,
    fields,
    action,
    variant = 'danger',
  } = props;
  const { t } = useTranslation('ui');
  const cancel = (
    <Button onClick={onClose} data-initial-focus>
      {t('cancel')}
    </Button>
  );
  const footer = fields ? (
    <Form method="post" action={action} className="contents" onSubmit={onClose}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {cancel}
      <Button type="submit" variant={variant}>
        {confirmLabel}
      </Button>
    </Form>
  ) : (
    <>
      {cancel}
      <Button
        variant={variant}
        onClick={() => {
          onConfirm?.();
          onClose();
        }}
      >
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} footer={footer} role="alertdialog">
      {children}
    </Dialog>
  );
}

export interface ConfirmButtonProps extends Omit<ConfirmDialogProps, 'isOpen' | 'onClose' | 'variant'> {
  label: ReactNode;
  button?: ButtonProps;
}

/** A button that asks once before it acts. */
export function ConfirmButton({ label, button, ...dialog }: ConfirmButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog {...dialog} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
