import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetCopiesLater, forgetMarkedCopies, unsavedOnDevice } from '#app/features/documents';
import { ConfirmDialog } from '#app/ui';

interface HeldSignOut {
  form: HTMLFormElement;
  edits: number;
}

/**
 * Signing out takes an account's documents off this device. Where that would lose edits which the server has not
 * got, it asks first and names their number.
 */
export function SignOutGuard({ accountId }: { accountId: string | null }) {
  const { t } = useTranslation('offline');
  const [held, setHeld] = useState<HeldSignOut | null>(null);

  useEffect(() => void forgetMarkedCopies(accountId), [accountId]);

  useEffect(() => {
    if (!accountId) return;
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !isSignOut(form)) return;
      const edits = unsavedOnDevice(accountId);
      if (edits === 0 || form.dataset.confirmed) return forgetCopiesLater(accountId);
      event.preventDefault();
      event.stopPropagation();
      setHeld({ form, edits });
    };
    // Before React and the router see it.
    window.addEventListener('submit', onSubmit, { capture: true });
    return () => window.removeEventListener('submit', onSubmit, { capture: true });
  }, [accountId]);

  return (
    <ConfirmDialog
      title={t('signOut.title')}
      confirmLabel={t('signOut.confirm')}
      isOpen={held !== null}
      onClose={() => setHeld(null)}
      onConfirm={() => held && signOut(held.form)}
    >
      <p>{t('signOut.body', { count: held?.edits ?? 0 })}</p>
      <p className="mt-2">{t('signOut.advice')}</p>
    </ConfirmDialog>
  );
}

function isSignOut(form: HTMLFormElement): boolean {
  return new URL(form.action, location.href).pathname === '/sign-out';
}

function signOut(form: HTMLFormElement): void {
  // The question has been answered; the page's own "leave with unsaved edits?" would ask it again.
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  form.dataset.confirmed = 'true';
  form.requestSubmit();
}
