import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Notice } from '#app/ui';
import type { ActionId } from '#domain/ids';
import { statusTones } from '../grid/cell-content';
import { shownStatus } from '../grid/cell-text';
import { useAction, useGridModel } from '../grid/grid-model';
import { useUndo } from '../grid/use-undo';
import { useOpenPlan } from '../plan-layout';
import { ActionDecisions } from './action-decisions';
import { ActionFields } from './action-fields';
import { DrawerFrame } from './drawer-frame';
import { type DrawerStatements, Statements } from './statements';

/** One action with everything in it: the shared fields, edited live, and the statements of its lead institution. */
export function ActionDrawer({ id, statements }: { id: ActionId; statements: DrawerStatements | null }) {
  const { t } = useTranslation('actions');
  const { store, reading, edits, canWrite } = useGridModel();
  const { undo, redo } = useUndo(edits);
  const { acting } = useOpenPlan();
  const action = useAction(store, id);
  const own = statements?.actionId === id ? statements : null;

  function onKeyDown(event: KeyboardEvent) {
    const isUndo = (event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase());
    const isForm = event.target instanceof Element && event.target.closest('form') !== null;
    if (!isUndo || !canWrite || isForm) return;
    event.preventDefault();
    if (event.key.toLowerCase() === 'y' || event.shiftKey) redo();
    else undo();
  }

  if (!action) {
    return (
      <DrawerFrame number="" title={own?.title ?? ''}>
        <Notice tone="warning" title={t('drawer.gone')}>
          {t('drawer.goneBody')}
        </Notice>
        {own && own.statements.length > 0 && <Statements statements={own} canReport={false} />}
      </DrawerFrame>
    );
  }
  const status = shownStatus(reading.facts(action));
  return (
    <DrawerFrame number={reading.numberOf(action)} title={action.title} onKeyDown={onKeyDown}>
      <p>
        <Badge tone={statusTones[status]}>{reading.statusLabel(status)}</Badge>
      </p>
      <ActionFields action={action} />
      {own && <ActionDecisions decisions={own.decisions} />}
      {own && (
        <Statements
          statements={{ ...own, lead: reading.context.directory.label(action.lead) }}
          canReport={own.mayReport && action.lead.institutionId === acting.id}
        />
      )}
    </DrawerFrame>
  );
}
