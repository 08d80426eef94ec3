import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import {
  Badge,
  ConfirmButton,
  DataTable,
  EmptyState,
  InstitutionBadge,
  Section,
  SubmitButton,
} from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { PendingInvitation } from '#server/features/workspaces';

/** Invitations not yet taken up: each can be sent again, or taken back. */
export function PendingInvitations({ invitations }: { invitations: readonly PendingInvitation[] }) {
  const { t, i18n } = useTranslation('workspaces');
  const { day } = useFormat();
  return (
    <Section title={t('members:pending.title')} lead={t('members:pending.lead')}>
      <DataTable
        caption={t('members:pending.title')}
        rows={invitations}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('members:pending.empty')} body={t('members:pending.emptyBody')} />}
        columns={[
          {
            key: 'to',
            header: t('members:pending.to'),
            isRowHeader: true,
            cell: ({ email }) => (
              <span className="wrap-anywhere">{email ?? t('members:pending.byLink')}</span>
            ),
          },
          {
            key: 'institution',
            header: t('member.institution'),
            cell: ({ institution }) => (
              <InstitutionBadge
                kind={institution.kind}
                acronym={institution.acronym}
                name={institutionName(institution.names, i18n.language)}
              />
            ),
          },
          { key: 'role', header: t('member.role'), cell: ({ role }) => t(`role.${role}`) },
          { key: 'by', header: t('members:pending.by'), cell: ({ inviter }) => inviter },
          {
            key: 'expires',
            header: t('members:pending.expires'),
            cell: ({ expiresAt, isExpired }) =>
              isExpired ? <Badge tone="warning">{t('members:pending.expired')}</Badge> : day(expiresAt),
          },
          {
            key: 'actions',
            header: t('list.actions'),
            isHeaderHidden: true,
            cell: (invitation) => <InvitationActions invitation={invitation} />,
          },
        ]}
      />
    </Section>
  );
}

function InvitationActions({ invitation: { id, email } }: { invitation: PendingInvitation }) {
  const { t } = useTranslation('workspaces');
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="invitationId" value={id} />
        <SubmitButton name="intent" value="renew" size="small" variant="secondary">
          {t(email === null ? 'members:pending.newLink' : 'members:pending.resend')}
        </SubmitButton>
      </Form>
      <ConfirmButton
        label={t('members:pending.revoke')}
        button={{ size: 'small', variant: 'quiet' }}
        title={t('members:pending.revokeTitle', { to: email ?? t('members:pending.byLink') })}
        confirmLabel={t('members:pending.revoke')}
        fields={{ intent: 'revoke', invitationId: id }}
      >
        <p>{t('members:pending.revokeBody')}</p>
      </ConfirmButton>
    </div>
  );
}
