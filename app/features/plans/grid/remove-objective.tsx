import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '#app/ui';
import { withDescendants } from '#domain/plans';
import { objectiveLabel } from './cell-text';
import { useGridModel } from './grid-model';
import type { PlacedObjective } from './objective-tree';

/** Removes an objective: at once when nothing is below it, else after saying where that goes. */
export function RemoveObjective({ placed, onRemove }: { placed: PlacedObjective; onRemove: () => void }) {
  const { t } = useTranslation('actions');
  const { objectives, store } = useGridModel();
  const [isAsking, setIsAsking] = useState(false);
  const { objective } = placed;
  const name = objectiveLabel(placed);
  const below = withDescendants(
    objectives.map((other) => other.objective),
    objective.id,
  );
  const actions = store
    .actions()
    .filter((action) => action.objectiveId && below.has(action.objectiveId)).length;
  const isEmpty = below.size === 1 && actions === 0;
  const parent = objectives.find((other) => other.objective.id === objective.parentId);

  return (
    <>
      <IconButton
        label={t('objectives.remove', { name })}
        icon="remove"
        size="small"
        aria-expanded={isEmpty ? undefined : isAsking}
        onClick={() => (isEmpty ? onRemove() : setIsAsking(!isAsking))}
      />
      {isAsking && (
        <span className="objective-question" role="alert">
          {parent
            ? t('objectives.removeInto', {
                objectives: below.size - 1,
                actions,
                name: objectiveLabel(parent),
              })
            : t('objectives.removeToTop', { objectives: below.size - 1, actions })}
          <Button size="small" variant="danger" onClick={onRemove}>
            {t('objectives.removeConfirm')}
          </Button>
          <Button size="small" onClick={() => setIsAsking(false)}>
            {t('objectives.keep')}
          </Button>
        </span>
      )}
    </>
  );
}
