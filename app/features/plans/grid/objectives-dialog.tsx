import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Icon, IconButton } from '#app/ui';
import type { ObjectiveId } from '#domain/ids';
import { addObjective, moveObjective, removeObjective, setObjectiveTitle } from '#domain/plans';
import type { ObjectiveLevel } from '#domain/plans/types';
import { DraftInput } from '../drawer/draft-input';
import { objectiveLabel } from './cell-text';
import { useGridModel } from './grid-model';
import type { PlacedObjective } from './objective-tree';
import { PlanEdits } from './plan-edits';
import { RemoveObjective } from './remove-objective';
import './dialogs.css';

const levels: readonly ObjectiveLevel[] = ['orientation', 'axis', 'objective'];

/** The tree of orientations, axes and objectives: adding, naming, ordering, moving and removing. */
export function ObjectivesDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('actions');
  return (
    <Dialog title={t('objectives.title')} isOpen={isOpen} onClose={onClose} shape="wide">
      <ObjectiveTree />
    </Dialog>
  );
}

function ObjectiveTree() {
  const { t } = useTranslation('actions');
  const { objectives, edits, canWrite } = useGridModel();
  const [fresh, setFresh] = useState<ObjectiveId | null>(null);

  function add(level: ObjectiveLevel, parentId: ObjectiveId | null) {
    const id = PlanEdits.newId() as ObjectiveId;
    edits.change(() => addObjective(edits.doc, { id, level, parentId }));
    setFresh(id);
  }

  return (
    <div className="grid gap-3">
      {objectives.length === 0 && <p className="text-muted">{t('objectives.none')}</p>}
      <ul className="objective-list">
        {objectives.map((placed) => (
          <ObjectiveItem
            key={placed.objective.id}
            placed={placed}
            isFresh={placed.objective.id === fresh}
            onAdd={add}
          />
        ))}
      </ul>
      {canWrite && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" icon="add" onClick={() => add('orientation', null)}>
            {t('objectives.add.orientation')}
          </Button>
          <Button size="small" variant="quiet" icon="add" onClick={() => add('objective', null)}>
            {t('objectives.add.objective')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ItemProps {
  placed: PlacedObjective;
  isFresh: boolean;
  onAdd: (level: ObjectiveLevel, parentId: ObjectiveId) => void;
}

function ObjectiveItem({ placed, isFresh, onAdd }: ItemProps) {
  const { t } = useTranslation('actions');
  const { edits, store, canWrite, objectives } = useGridModel();
  const { objective, number, depth } = placed;
  const below = levels[levels.indexOf(objective.level) + 1];
  const siblings = objectives.filter((other) => other.objective.parentId === objective.parentId);
  const at = siblings.indexOf(placed);
  const name = objectiveLabel(placed);
  function rename(title: string): boolean {
    if (!store.objectives().some(({ id }) => id === objective.id)) return false;
    edits.change(() => setObjectiveTitle(edits.doc, objective.id, title));
    return true;
  }
  const place = (parentId: ObjectiveId | null, afterId?: ObjectiveId | null) =>
    edits.change(() => moveObjective(edits.doc, objective.id, { parentId, afterId }));

  return (
    <li className="objective-item" data-depth={depth}>
      <span className="cell-number">{number}</span>
      {canWrite ? (
        <DraftInput
          aria-label={t('objectives.name', { level: t(`plans:level.${objective.level}`), number })}
          placeholder={t(`plans:level.${objective.level}`)}
          value={objective.title}
          autoFocus={isFresh}
          onCommit={rename}
        />
      ) : (
        <span>{objective.title}</span>
      )}
      {canWrite && (
        <span className="objective-tools">
          {below && (
            <IconButton
              label={t(`objectives.addBelow.${below}`, { name })}
              icon="add"
              size="small"
              onClick={() => onAdd(below, objective.id)}
            />
          )}
          <IconButton
            label={t('objectives.up', { name })}
            icon="arrowUp"
            size="small"
            disabled={at === 0}
            onClick={() => place(objective.parentId, siblings[at - 2]?.objective.id ?? null)}
          />
          <IconButton
            label={t('objectives.down', { name })}
            icon="arrowDown"
            size="small"
            disabled={at === siblings.length - 1}
            onClick={() => place(objective.parentId, siblings[at + 1]?.objective.id)}
          />
          <ParentSelect placed={placed} onMove={place} />
          <RemoveObjective
            placed={placed}
            onRemove={() => edits.change(() => removeObjective(edits.doc, objective.id))}
          />
        </span>
      )}
    </li>
  );
}

/** Moves an objective below another one of the level above. */
function ParentSelect({
  placed,
  onMove,
}: {
  placed: PlacedObjective;
  onMove: (parentId: ObjectiveId | null) => void;
}) {
  const { t } = useTranslation('actions');
  const { objectives } = useGridModel();
  const { level, parentId } = placed.objective;
  const parents = objectives.filter(
    ({ objective }) => levels.indexOf(objective.level) === levels.indexOf(level) - 1,
  );
  if (level === 'orientation' || parents.length === 0) return null;
  return (
    <span className="select objective-parent">
      <select
        className="input"
        aria-label={t('objectives.moveTo', { name: objectiveLabel(placed) })}
        value={parentId ?? ''}
        onChange={(event) => onMove((event.target.value || null) as ObjectiveId | null)}
      >
        <option value="">{t('objectives.topLevel')}</option>
        {parents.map((parent) => (
          <option key={parent.objective.id} value={parent.objective.id}>
            {t('objectives.under', { name: objectiveLabel(parent) })}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" />
    </span>
  );
}
