import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, DataTable, InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { ListedMember } from '#server/features/workspaces';

/** Who acts for whom. `editable` names the memberships that the reader may change or end. */
export function MemberList({
  slug,
  members,
  sort,
  editable,
}: {
  slug: string;
  members: readonly ListedMember[];
  sort?: string;
  editable: 'all' | string[];
}) {
  const { t, i18n } = useTranslation('workspaces');
  const { day } = useFormat();
  const mayEdit = (member: ListedMember) => editable === 'all' || editable.includes(member.membershipId);
  const isSortable = sort !== undefined;
  return (
    <DataTable
      caption={t('members.title')}
      rows={members}
      rowKey={({ membershipId }) => membershipId}
      sort={sort}
      columns={[
        {
          key: 'name',
          header: t('member.name'),
          isRowHeader: true,
          isSortable,
          cell: (member) => (
            <>
              {mayEdit(member) ? (
                <Link to={`/w/${slug}/members/${member.membershipId}`}>{member.name}</Link>
              ) : (
                member.name
              )}
              {member.email && (
                <span className="block text-sm wrap-anywhere font-normal text-muted sm:min-w-60">
                  {member.email}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'institution',
          header: t('member.institution'),
          isSortable,
          cell: ({ institution }) => (
            <Link to={`/w/${slug}/institutions/${institution.id}`} className="no-underline">
              <InstitutionBadge
                kind={institution.kind}
                acronym={institution.acronym}
                name={institutionName(institution.names, i18n.language)}
                isFull
              />
            </Link>
          ),
        },
        {
          key: 'role',
          header: t('member.role'),
          isSortable,
          cell: ({ role, canInvite }) => (
            <span className="inline-flex flex-wrap gap-1.5">
              <Badge tone={role === 'convenor' ? 'accent' : 'neutral'}>{t(`role.${role}`)}</Badge>
              {canInvite && role !== 'convenor' && <Badge>{t('member.invites')}</Badge>}
            </span>
          ),
        },
        {
          key: 'joined',
          header: t('member.since'),
          isSortable,
          cell: ({ createdAt }) => (
            <time dateTime={createdAt} className="whitespace-nowrap">
              {day(createdAt)}
            </time>
          ),
        },
      ]}
    />
  );
}
