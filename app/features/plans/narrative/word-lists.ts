/** A list paragraph as Word writes it: no list element, only a level and the printed bullet or number. */
export interface WordListItem {
  /** From 1. */
  level: number;
  isOrdered: boolean;
  html: string;
}

interface OpenList {
  tag: 'ul' | 'ol';
  level: number;
}

/** Makes the nested list that a run of Word's list paragraphs stands for. */
export function nestedListHtml(items: readonly WordListItem[]): string {
  const open: OpenList[] = [];
  let html = '';
  const closeInnermost = () => {
    html += `</li></${open.pop()?.tag}>`;
  };
  for (const item of items) {
    const tag = item.isOrdered ? 'ol' : 'ul';
    while (open.length > 1 && item.level < (open.at(-1)?.level ?? 0)) closeInnermost();
    const innermost = open.at(-1);
    if (innermost && item.level <= innermost.level && innermost.tag !== tag) closeInnermost();
    const current = open.at(-1);
    if (current && item.level <= current.level) html += '</li>';
    else {
      html += `<${tag}>`;
      open.push({ tag, level: item.level });
    }
    html += `<li><p>${item.html}</p>`;
  }
  while (open.length > 0) closeInnermost();
  return html;
}

/** Whether the printed mark of a list paragraph counts ("1.", "b)", "iv.") rather than being a bullet. */
export function isCountingMark(mark: string): boolean {
  return /^\(?(\d+|[a-z]|[ivxlcdm]+)([.)]|\.\d)/i.test(mark.trim());
}
