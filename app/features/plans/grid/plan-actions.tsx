import { useSearchParams } from '@remix-run/react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ConfirmDialog, EmptyState } from '#app/ui';
import type { ActionId } from '#domain/ids';
import type { DrawerStatements } from '../drawer';
import { ActionDrawer } from '../drawer';
import { useCanWrite, useOpenPlan } from '../plan-layout';
import { ActionCards } from './action-cards';
import { ActionGrid } from './action-grid';
import { BulkDialog } from './bulk-dialog';
import { compareBy } from './compare-actions';
import { EmptyPlan } from './empty-plan';
import { FigureDialog } from './figure-dialog';
import { FilterBar } from './filter-bar';
import { type AddressChange, changeAddress, isFiltering, readAddress, withoutFilters } from './filters';
import { type GridModel, GridModelProvider, type OpenedFigure } from './grid-model';
import { GridSelection } from './grid-selection';
import { GridToolbar } from './grid-toolbar';
import { ObjectivesDialog } from './objectives-dialog';
import { type RescuedText, RescuedTexts } from './rescued-texts';
import { useArrangement } from './use-arrangement';
import { useColumns } from './use-columns';
import { useGridActs } from './use-grid-acts';
import { useIsNarrow } from './use-is-narrow';
import { useOpenedAction } from './use-opened-action';
import { useKeptAction, useOwnPresence } from './use-own-place';
import { type PlanFacts, usePlanModel } from './use-plan-model';

/** The tab of actions: toolbar, filters, grid (cards on a phone), and the drawer of one action. */
export default function PlanActions({
  facts,
  statements,
}: {
  facts: PlanFacts;
  statements: DrawerStatements | null;
}) {
  const plan = useOpenPlan();
  const canWrite = useCanWrite();
  const isNarrow = useIsNarrow();
  const { t } = useTranslation('actions');
  const model = usePlanModel(facts);
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => readAddress(params), [params]);
  const [selection] = useState(() => new GridSelection());
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [figure, setFigure] = useState<OpenedFigure | null>(null);
  const [dialog, setDialog] = useState<'objectives' | 'bulk' | null>(null);
  const columns = useColumns({
    planId: plan.id,
    address,
    context: model.reading.context,
    store: model.store,
  });
  const [moves, setMoves] = useState(0);
  const { keptId, keep } = useKeptAction(selection);
  const compare = useMemo(
    () => compareBy(address.sort, columns.all, model.reading),
    [address.sort, columns.all, model.reading],
  );
  const arrangement = useArrangement({
    ...model,
    selection,
    placed: model.objectives,
    address,
    facts: model.reading.facts,
    context: model.reading.context,
    collapsed,
    compare,
    keptId,
    moves,
  });
  const onAddress = useCallback(
    (change: AddressChange) =>
      setParams((now) => changeAddress(now, change), { replace: true, preventScrollReset: true }),
    [setParams],
  );
  const openAction = useCallback(
    (id: ActionId) => setParams((now) => changeAddress(now, { action: id }), { preventScrollReset: true }),
    [setParams],
  );
  const toggleGroup = useCallback(
    (key: string) =>
      setCollapsed((now) => {
        const next = new Set(now);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  const [rescued, setRescued] = useState<readonly RescuedText[]>([]);
  const rescue = useCallback(
    (text: string) => setRescued((now) => [...now, { id: (now.at(-1)?.id ?? 0) + 1, text }]),
    [],
  );
  const acts = useGridActs({
    model,
    selection,
    columns: columns.columns,
    arrangement,
    address,
    canWrite,
    openAction,
    openFigure: setFigure,
    toggleGroup,
    onAddress,
    onResize: (column, by) => {
      const at = columns.columns.indexOf(column);
      columns.resize(column, (columns.widths[at] ?? column.widthPx) + by);
    },
    onKept: (id, group) => {
      keep(id);
      if (group !== null) setCollapsed((now) => new Set([...now].filter((key) => key !== group)));
    },
    onMoved: () => setMoves((now) => now + 1),
  });
  useOwnPresence(selection);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of the model, which is a new object each time.
  const gridModel = useMemo(
    (): GridModel => ({
      ...model,
      selection,
      columns: columns.columns,
      canWrite,
      columnLabel: columns.columnLabel,
      openAction,
      openFigure: setFigure,
      commit: acts.commit,
      rescue,
      toggleGroup,
    }),
    [
      model.store,
      model.edits,
      model.reading,
      model.objectives,
      columns.columns,
      columns.columnLabel,
      canWrite,
      openAction,
      acts.commit,
      rescue,
      toggleGroup,
    ],
  );
  const actionId = useOpenedAction();

  return (
    <GridModelProvider value={gridModel}>
      <GridToolbar
        address={address}
        onAddress={onAddress}
        columns={columns}
        arrangement={arrangement}
        acts={acts}
        onObjectives={() => setDialog('objectives')}
        onBulk={() => setDialog('bulk')}
        isNarrow={isNarrow}
      />
      <FilterBar address={address} onAddress={onAddress} arrangement={arrangement} isNarrow={isNarrow} />
      {arrangement.allCount === 0 && arrangement.lines.length === 0 ? (
        <EmptyPlan onAdd={acts.insert} onObjectives={() => setDialog('objectives')} />
      ) : arrangement.shown.length === 0 && isFiltering(address.filters) ? (
        <EmptyState
          level={2}
          title={t('empty.filtered')}
          body={t('empty.filteredBody')}
          action={<Button onClick={() => onAddress(withoutFilters)}>{t('filter.clear')}</Button>}
        />
      ) : isNarrow ? (
        <ActionCards lines={arrangement.lines} numbers={arrangement.numbers} shown={arrangement.shown} />
      ) : (
        <ActionGrid
          arrangement={arrangement}
          sort={address.sort}
          onAddress={onAddress}
          onResize={columns.resize}
          widths={columns.widths}
          act={acts.act}
          onClear={acts.clear}
          onPaste={acts.paste}
          onDropRow={acts.dropRow}
        />
      )}
      {actionId && <ActionDrawer key={actionId} id={actionId} statements={statements} />}
      <RescuedTexts
        texts={rescued}
        onDismiss={(id) => setRescued((now) => now.filter((text) => text.id !== id))}
      />
      <FigureDialog figure={figure} onClose={() => setFigure(null)} />
      <ObjectivesDialog isOpen={dialog === 'objectives'} onClose={() => setDialog(null)} />
      <BulkDialog
        isOpen={dialog === 'bulk'}
        onClose={() => setDialog(null)}
        onSet={acts.setColumn}
        count={acts.selectedCount}
      />
      <ConfirmDialog
        isOpen={acts.pendingPaste !== null}
        title={t('paste.addRowsTitle', { count: acts.pendingPaste?.newRows.length ?? 0 })}
        confirmLabel={t('paste.addRows')}
        variant="primary"
        onClose={acts.cancelPaste}
        onConfirm={acts.confirmPaste}
      >
        <p>{t('paste.addRowsBody')}</p>
      </ConfirmDialog>
    </GridModelProvider>
  );
}
