import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, SelectField, type SelectOption, TextField } from '#app/ui';
import { objectiveLabel } from './cell-text';
import type { GridColumn } from './columns';
import { useGridModel } from './grid-model';

const settable: ReadonlySet<GridColumn['kind']> = new Set([
  'objective',
  'lead',
  'block',
  'themes',
  'start',
  'end',
  'currency',
  'supporters',
]);

/** Sets one column of all selected actions. */
export function BulkDialog({
  isOpen,
  onClose,
  onSet,
  count,
}: {
  isOpen: boolean;
  onClose: () => void;
  onSet: (column: GridColumn, text: string) => void;
  count: number;
}) {
  const { t } = useTranslation('actions');
  const { columns, columnLabel } = useGridModel();
  const offered = columns.filter(({ kind }) => settable.has(kind));
  const [key, setKey] = useState('lead');
  const [text, setText] = useState('');
  const column = offered.find((candidate) => candidate.key === key) ?? offered[0];
  return (
    <Dialog
      title={t('bulk.title', { count })}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <Button
          variant="primary"
          onClick={() => {
            if (column) onSet(column, text);
            setText('');
            onClose();
          }}
        >
          {t('bulk.set')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <SelectField
          label={t('bulk.column')}
          value={column?.key ?? ''}
          options={offered.map((candidate) => ({ value: candidate.key, label: columnLabel(candidate) }))}
          onChange={(event) => {
            setKey(event.target.value);
            setText('');
          }}
        />
        {column && <BulkValue column={column} text={text} onChange={setText} />}
      </div>
    </Dialog>
  );
}

function BulkValue({
  column,
  text,
  onChange,
}: {
  column: GridColumn;
  text: string;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation('actions');
  const { reading, objectives } = useGridModel();
  const { directory, blocks, themes } = reading.context;
  const offers: Partial<Record<GridColumn['kind'], () => SelectOption[]>> = {
    objective: () =>
      objectives.map((placed) => ({ value: placed.objective.id, label: objectiveLabel(placed) })),
    lead: () =>
      directory.institutions.map(({ id, name, acronym }) => ({ value: id, label: acronym || name })),
    block: () => blocks.codes.map((code) => ({ value: code, label: blocks.label(code) })),
    themes: () => themes.codes.map((code) => ({ value: code, label: themes.label(code) })),
  };
  const options = offers[column.kind]?.();
  if (!options) {
    return (
      <TextField
        label={t('bulk.value')}
        hint={t('bulk.emptyClears')}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <SelectField
      label={t('bulk.value')}
      placeholder={t('bulk.nothing')}
      options={options}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
