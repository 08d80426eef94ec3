import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui';

/** Decisions on all records at once. */
export function DecideAll({ hasConflicts }: { hasConflicts: boolean }) {
  const { t } = useTranslation('iati');
  return (
    <Form method="post" className="iati-steps" preventScrollReset>
      <Button type="submit" name="intent" value="accept-all" size="small">
        {t('all.accept')}
      </Button>
      <Button type="submit" name="intent" value="reject-all" size="small">
        {t('all.reject')}
      </Button>
      {hasConflicts && (
        <Button type="submit" name="intent" value="overrule-all" size="small">
          {t('all.overrule')}
        </Button>
      )}
    </Form>
  );
}
