import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/ui';

/** Takes a list of the import along, where no toolbar does. */
export function ExportLink({ to }: { to: string }) {
  const { t } = useTranslation('iati');
  return (
    <p className="mb-2 flex justify-end">
      <LinkButton to={to} reloadDocument download variant="quiet" icon="download">
        {t('organisations.export')}
      </LinkButton>
    </p>
  );
}
