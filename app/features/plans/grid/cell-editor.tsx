import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyOfLine, parsePeriod } from '#domain/plans';
import type { Action } from '#domain/plans/types';
import { editText, objectiveLabel, yearLines } from './cell-text';
import { type Choice, ChoiceEditor, type Leave } from './choice-editor';
import { type GridColumn, isAmount } from './columns';
import { type GridModel, useGridModel } from './grid-model';
import { mergeChoices, mergeText } from './merge-text';
import { TextEditor, type TextReading } from './text-editor';
import { splitCurrency } from './write-cell';

/** The editor of one cell, by its column. */
export function CellEditor({
  action,
  column,
  start,
}: {
  action: Action;
  column: GridColumn;
  start: 'keep' | 'replace';
}) {
  const { t } = useTranslation('actions');
  const model = useGridModel();
  const { selection, store, reading } = model;
  // What the editor opened with: others may change the cell while someone types.
  const [initial] = useState(() => editText(action, column, reading));
  const current = editText(action, column, reading);
  const [choice] = useState(() => choicesOf(action, column, model));
  const label = model.columnLabel(column);

  function leave(to: Leave) {
    const at = selection.focusPosition();
    selection.stopEditing();
    if (!at || to === 'stay') return;
    const step = { down: [1, 0], next: [0, 1], previous: [0, -1] }[to];
    selection.moveTo({ line: at.line + (step[0] ?? 0), column: at.column + (step[1] ?? 0) });
  }

  const shared = column.kind === 'title' || column.kind === 'description' ? column.kind : null;
  function write(text: string) {
    const now = store.action(action.id);
    if (text === initial) return;
    if (now) model.commit(now, column, shared ? mergeText(initial, text, now[shared]) : text);
    else if (text.trim() !== '') model.rescue(text);
  }
  function done(text: string, to: Leave) {
    write(text);
    leave(to);
  }

  if (choice) {
    return (
      <ChoiceEditor
        {...choice}
        label={label}
        startsEmpty={start === 'replace'}
        onDone={(values, to) => {
          const now = choicesOf(store.action(action.id) ?? action, column, model)?.chosen ?? [];
          const merged = choice.isMultiple ? mergeChoices(choice.chosen, values, now) : values;
          if (values.join('; ') !== choice.chosen.join('; ')) done(merged.join('; '), to);
          else leave(to);
        }}
        onCancel={() => leave('stay')}
      />
    );
  }
  return (
    <TextEditor
      label={label}
      initial={initial}
      startsEmpty={start === 'replace'}
      isNumeric={isAmount(column)}
      isMultiline={column.kind === 'description' || column.kind === 'extra'}
      meanwhile={
        current !== initial && t(shared ? 'editor.meanwhileShared' : 'editor.meanwhile', { text: current })
      }
      read={(text) => readText(text, column, action, model, t('editor.notRead'))}
      onDone={done}
      onCancel={() => leave('stay')}
      onLost={write}
    />
  );
}

/** How a period or an amount is understood while it is typed. */
function readText(
  text: string,
  column: GridColumn,
  action: Action,
  { reading }: GridModel,
  problem: string,
): TextReading | null {
  const { context, format } = reading;
  if (text.trim() === '') return null;
  if (column.kind === 'start' || column.kind === 'end') {
    const period = parsePeriod(text, context.reading);
    return period
      ? { text: format.dateRange(period.start, period.end), isProblem: false }
      : { text: problem, isProblem: true };
  }
  if (column.kind !== 'cost') return null;
  const typed = splitCurrency(text, context);
  const known = yearLines(action, column, reading)[0]?.currency ?? action.costs[0]?.currency;
  const currency = typed.currency ?? known ?? context.currency;
  const money = moneyOfLine({ id: '', order: '', year: '', amount: typed.amount, currency }, context.reading);
  return money.state === 'read'
    ? { text: format.money(money.amount, money.currency), isProblem: false }
    : { text: problem, isProblem: true };
}

function choicesOf(action: Action, column: GridColumn, { reading, objectives }: GridModel) {
  const { directory, blocks, themes } = reading.context;
  const institutions = (): Choice[] =>
    directory.institutions.map(({ id, kind, acronym, name }) => ({
      value: id,
      label: acronym || name,
      note: acronym ? name : undefined,
      kind,
    }));
  const codes = (vocabulary: typeof blocks): Choice[] =>
    vocabulary.codes.map((code) => ({ value: code, label: vocabulary.label(code) }));
  switch (column.kind) {
    case 'lead':
      return {
        choices: institutions(),
        chosen: [action.lead.institutionId ?? action.lead.text].filter(Boolean),
        isMultiple: false,
        allowsFreeText: true,
      };
    case 'supporters':
      return {
        choices: institutions(),
        chosen: action.supporters.map((ref) => ref.institutionId ?? ref.text),
        isMultiple: true,
        allowsFreeText: true,
      };
    case 'block':
      return {
        choices: codes(blocks),
        chosen: [action.block].filter(Boolean),
        isMultiple: false,
        allowsFreeText: false,
      };
    case 'themes':
      return { choices: codes(themes), chosen: action.themes, isMultiple: true, allowsFreeText: false };
    case 'objective':
      return {
        choices: objectives.map((placed) => ({ value: placed.objective.id, label: objectiveLabel(placed) })),
        chosen: action.objectiveId ? [action.objectiveId] : [],
        isMultiple: false,
        allowsFreeText: false,
      };
    default:
      return null;
  }
}
