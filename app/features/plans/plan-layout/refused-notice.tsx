import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RefusedReason, useSaveState } from '#app/features/documents';
import { Button, LinkButton, Notice } from '#app/ui';

type WayOut = 'sign_in' | 'reload' | 'home' | null;

const wayOutOf: Record<RefusedReason, WayOut> = {
  signed_out: 'sign_in',
  revoked: 'home',
  read_only: null,
  other_epoch: 'reload',
  old_schema: 'reload',
  malformed: 'reload',
  damaged: 'reload',
  too_large: null,
  too_much: null,
};

/** When the server takes no more edits from this page: what happened, what was kept, and what to do. */
export function RefusedNotice() {
  const { t } = useTranslation('documents');
  const saveState = useSaveState();
  if (saveState.state !== 'refused') return null;
  const { reason, edits } = saveState;
  const isMilder = reason === 'read_only' && edits === 0;
  return (
    <div className="mb-4">
      <Notice tone={isMilder ? 'warning' : 'critical'} role="alert">
        <p>{edits > 0 ? t(`refused.${reason}.kept`, { count: edits }) : t(`refused.${reason}.nothing`)}</p>
        <WayOutButton way={wayOutOf[reason]} />
      </Notice>
    </div>
  );
}

function WayOutButton({ way }: { way: WayOut }): ReactNode {
  const { t } = useTranslation('openPlan');
  const { pathname } = useLocation();
  switch (way) {
    case 'sign_in':
      return (
        <LinkButton className="mt-2" to={`/sign-in?next=${encodeURIComponent(pathname)}`} reloadDocument>
          {t('wayOut.signIn')}
        </LinkButton>
      );
    case 'reload':
      return (
        <Button className="mt-2" onClick={() => window.location.reload()}>
          {t('wayOut.reload')}
        </Button>
      );
    case 'home':
      return (
        <LinkButton className="mt-2" to="/home" reloadDocument>
          {t('wayOut.home')}
        </LinkButton>
      );
    case null:
      return null;
  }
}
