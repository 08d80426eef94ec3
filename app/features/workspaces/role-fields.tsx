import { useTranslation } from 'react-i18next';
import { CheckboxField, RadioField } from '#app/ui';
import type { Role } from '#domain/workspaces/roles';

/** The roles one may give, each with what it allows, and the right to invite where one may hand it on. */
export function RoleFields({
  roles,
  role,
  canInvite,
  mayHandOn,
  error,
}: {
  roles: readonly Role[];
  role: string | undefined;
  canInvite: boolean;
  mayHandOn: boolean;
  error?: string;
}) {
  const { t } = useTranslation('workspaces');
  return (
    <>
      <RadioField
        label={t('member.role')}
        name="role"
        defaultValue={role}
        error={error}
        isRequired
        options={roles.map((value) => ({ value, label: t(`role.${value}`), hint: t(`roleHint.${value}`) }))}
      />
      {mayHandOn && (
        <CheckboxField
          label={t('member.mayInvite')}
          hint={t('member.mayInviteHint')}
          name="canInvite"
          defaultChecked={canInvite}
        />
      )}
    </>
  );
}
