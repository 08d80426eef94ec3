import { useTranslation } from 'react-i18next';
import { Button, EmptyState, LinkButton } from '#app/ui';
import { useOpenPlan } from '../plan-layout';
import { useGridModel } from './grid-model';

/** A plan without actions and objectives: the ways to begin. */
export function EmptyPlan({ onAdd, onObjectives }: { onAdd: () => void; onObjectives: () => void }) {
  const { t } = useTranslation('actions');
  const { canWrite } = useGridModel();
  const { address, rights } = useOpenPlan();
  if (!canWrite) return <EmptyState level={2} title={t('empty.title')} body={t('empty.bodyReader')} />;
  return (
    <EmptyState
      level={2}
      title={t('empty.title')}
      body={t('empty.body')}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          <Button variant="primary" icon="add" onClick={onAdd}>
            {t('toolbar.add')}
          </Button>
          {rights.canImport && (
            <LinkButton to={`${address}/import`} icon="upload">
              {t('empty.import')}
            </LinkButton>
          )}
          <Button onClick={onObjectives}>{t('empty.objectives')}</Button>
        </span>
      }
    />
  );
}
