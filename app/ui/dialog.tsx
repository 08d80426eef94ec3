import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import { classNames } from './class-names';

export interface DialogProps {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children?: ReactNode;
  footer?: ReactNode;
  shape?: 'regular' | 'wide' | 'drawer';
  role?: 'dialog' | 'alertdialog';
}

/** Where one starts: what asks for it, else the first field; without either the browser chooses. */
const firstPlace =
  '[data-initial-focus], .dialog-body :is(input, select, textarea):not(:disabled, [type=hidden])';

/** The browser's own modal dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function Dialog({ title, isOpen, onClose, children, footer, shape = 'regular', role }: DialogProps) {
  const { t } = useTranslation('ui');
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && dialog && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>(firstPlace)?.focus();
    }
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);

  const closeOnBackdrop = (event: SyntheticEvent) => event.target === ref.current && onClose();

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own; the click is for the backdrop.
    <dialog
      ref={ref}
      role={role}
      aria-labelledby={titleId}
      className={classNames('dialog', shape === 'wide' && 'dialog-wide', shape === 'drawer' && 'drawer')}
      onClose={onClose}
      onClick={closeOnBackdrop}
    >
      {isOpen && (
        <>
          <div className="dialog-header">
            <h2 id={titleId}>{title}</h2>
            <IconButton label={t('close')} icon="close" size="small" onClick={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {footer && <div className="dialog-footer">{footer}</div>}
        </>
      )}
    </dialog>
  );
}
