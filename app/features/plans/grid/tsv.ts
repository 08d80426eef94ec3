/**
 * Tab-separated text as spreadsheets put it on the clipboard. A cell is quoted only where it holds a tab or a line
 * break, so a cell that merely begins with a quotation mark keeps it.
 */
export function parseTsv(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= source.length) {
    const quoted = readQuoted(source, at);
    const end = quoted?.end ?? endOfCell(source, at);
    rows.at(-1)?.push(quoted?.value ?? source.slice(at, end));
    if (source[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

export function serialiseTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoteWhereNeeded).join('\t')).join('\n');
}

function quoteWhereNeeded(cell: string): string {
  const text = cell.replace(/\r\n?/g, '\n');
  return /[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function endOfCell(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\t' || source[at] === '\n') return at;
  }
  return source.length;
}

/** Null where the cell is not quoted after all: no closing mark before a border, or nothing inside that needs one. */
function readQuoted(source: string, from: number): { value: string; end: number } | null {
  if (source[from] !== '"') return null;
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') {
      at++;
      continue;
    }
    const follows = source[at + 1];
    if (follows !== undefined && follows !== '\t' && follows !== '\n') return null;
    const inside = source.slice(from + 1, at);
    if (!/[\t\n]|""/.test(inside)) return null;
    return { value: inside.replaceAll('""', '"'), end: at + 1 };
  }
  return null;
}
