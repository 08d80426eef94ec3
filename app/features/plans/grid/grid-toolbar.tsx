import { useTranslation } from 'react-i18next';
import { Button, Icon, Menu, MenuButton, MenuHeading } from '#app/ui';
import { useOpenPlan } from '../plan-layout';
import { downloadCsv } from './csv';
import { type AddressChange, type GridAddress, groupings, horizons } from './filters';
import { useGridModel } from './grid-model';
import { KeysDialog } from './keys-dialog';
import type { Arrangement } from './use-arrangement';
import type { useColumns } from './use-columns';
import type { GridActs } from './use-grid-acts';
import './toolbar.css';

export interface GridToolbarProps {
  address: GridAddress;
  onAddress: (change: AddressChange) => void;
  columns: ReturnType<typeof useColumns>;
  arrangement: Arrangement;
  acts: GridActs;
  onObjectives: () => void;
  onBulk: () => void;
  isNarrow: boolean;
}

/** What can be done to the actions, and how they are shown. */
export function GridToolbar(props: GridToolbarProps) {
  const { address, onAddress, acts, isNarrow } = props;
  const { t } = useTranslation('actions');
  const { canWrite, reading } = useGridModel();
  const plan = useOpenPlan();

  function exportCsv() {
    const labels = props.columns.columns.map(props.columns.columnLabel);
    downloadCsv(`${plan.title}.csv`, [labels, ...acts.exportRows()], reading.format.locale);
  }

  return (
    <div className="grid-toolbar" role="toolbar" aria-label={t('toolbar.label')}>
      {canWrite && (
        <Button variant="primary" size="small" icon="add" aria-label={t('toolbar.add')} onClick={acts.insert}>
          {t(isNarrow ? 'toolbar.addShort' : 'toolbar.add')}
        </Button>
      )}
      <Switch
        label={t('toolbar.group')}
        options={groupings.map((value) => ({ value, label: t(`group.by.${value}`) }))}
        value={address.grouping}
        onChange={(value) => onAddress({ group: value === 'objective' ? null : value })}
      />
      {!isNarrow && (
        <Switch
          label={t('toolbar.view')}
          options={horizons.map((value) => ({ value, label: t(`view.${value}`) }))}
          value={address.view}
          onChange={(value) => onAddress({ view: value === 'years' ? null : value, sort: null })}
        />
      )}
      <span className="grid-toolbar-end">
        {canWrite && !isNarrow && acts.selectedCount > 1 && <SelectionMenu {...props} />}
        {isNarrow ? (
          <Menu
            label={t('toolbar.more')}
            trigger={<Icon name="more" />}
            triggerClassName="button button-quiet button-small"
          >
            <MenuButton onClick={props.onObjectives}>{t('toolbar.objectives')}</MenuButton>
            <MenuButton icon="download" onClick={exportCsv}>
              {t('toolbar.export')}
            </MenuButton>
          </Menu>
        ) : (
          <>
            <Button variant="quiet" size="small" onClick={props.onObjectives}>
              {t('toolbar.objectives')}
            </Button>
            <ColumnMenu {...props} />
            <Button variant="quiet" size="small" icon="download" onClick={exportCsv}>
              {t('toolbar.export')}
            </Button>
            <KeysDialog />
          </>
        )}
      </span>
    </div>
  );
}

function Switch<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <label className="grid-switch">
      <span className="sr-only">{label}</span>
      <span className="select">
        <select className="input" value={value} onChange={(event) => onChange(event.target.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" />
      </span>
    </label>
  );
}

function SelectionMenu({ acts, onBulk }: GridToolbarProps) {
  const { t } = useTranslation('actions');
  return (
    <Menu
      trigger={t('selection.rows', { count: acts.selectedCount })}
      triggerClassName="button button-secondary button-small"
    >
      <MenuButton icon="edit" onClick={onBulk}>
        {t('selection.set')}
      </MenuButton>
      <MenuButton icon="copy" onClick={acts.duplicate}>
        {t('selection.duplicate')}
      </MenuButton>
      <MenuButton icon="remove" tone="critical" onClick={acts.remove}>
        {t('selection.remove')}
      </MenuButton>
    </Menu>
  );
}

function ColumnMenu({ columns }: GridToolbarProps) {
  const { t } = useTranslation('actions');
  return (
    <Menu trigger={t('toolbar.columns')} triggerClassName="button button-quiet button-small">
      <MenuHeading>{t('toolbar.columnsShown')}</MenuHeading>
      {columns.all
        .filter(({ kind }) => kind !== 'title' && kind !== 'number')
        .map((column) => (
          <label key={column.key} className="column-choice">
            <input
              type="checkbox"
              checked={!columns.hidden.includes(column.key)}
              onChange={() => columns.toggle(column.key)}
            />
            {columns.columnLabel(column)}
          </label>
        ))}
    </Menu>
  );
}
