import { readBlock, readTheme } from './choice-words';
import { isFormulaError } from './read-money';
import { cellsOf, type MatrixRow, report } from './row';
import { letterOf } from './table';

export interface Choices {
  block: string;
  themes: string[];
  extra: Record<string, string>;
}

/** Block, themes and every column without a place of its own. A block or theme not understood is kept as extra. */
export function readChoices(row: MatrixRow): Choices {
  const extra: Record<string, string> = {};
  let block = '';
  for (const { cell, column } of cellsOf(row, 'block')) {
    const code = readBlock(cell.text);
    if (code && !block) block = code;
    if (code) continue;
    extra[column.header] = cell.text;
    report(row, 'block_not_understood', { column: column.column, value: cell.text, kept: 'as_extra' });
  }
  const themes = new Set<string>();
  for (const { cell, column } of cellsOf(row, 'themes')) {
    for (const name of cell.text.split(/[;,\n|/]/).map((part) => part.trim())) {
      const code = name ? readTheme(name) : null;
      if (code) themes.add(code);
      if (code || !name) continue;
      extra[column.header] = extra[column.header] ? `${extra[column.header]}; ${name}` : name;
      report(row, 'theme_not_understood', { column: column.column, value: name, kept: 'as_extra' });
    }
  }
  return { block, themes: [...themes], extra: { ...extra, ...readExtras(row) } };
}

/** Two columns with one header are kept apart by their number. */
function readExtras(row: MatrixRow): Record<string, string> {
  const extra: Record<string, string> = {};
  for (const { cell, column } of [...cellsOf(row, 'number'), ...cellsOf(row, 'extra')]) {
    const header = column.header || letterOf(column.column);
    const key = Object.hasOwn(extra, header) ? `${header} (${letterOf(column.column)})` : header;
    extra[key] = cell.text;
    if (isFormulaError(cell.text)) {
      report(row, 'formula_error', { column: column.column, value: cell.text, kept: 'as_typed' });
    }
  }
  return extra;
}
