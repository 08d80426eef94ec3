import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PersonalShell } from '#app/features/workspaces';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { PageHeader, TabLinks } from '#app/ui';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { account } = await requireAdministrator(args);
  return { name: account.name, email: account.email, isAdministrator: account.isAdministrator };
});

export default function Admin() {
  const { t } = useTranslation('workspaces');
  return (
    <PersonalShell person={useLoaderData<typeof loader>()}>
      <PageHeader title={t('shell.administration')} />
      <div className="mb-6">
        <TabLinks
          label={t('shell.administration')}
          items={[
            { to: '/admin', label: t('administration:workspaces'), end: true },
            { to: '/admin/institutions', label: t('shell.institutions') },
            { to: '/admin/exchange-rates', label: t('shell.exchangeRates') },
          ]}
        />
      </div>
      <Outlet />
    </PersonalShell>
  );
}
