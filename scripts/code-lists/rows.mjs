const columns = ['code', 'en', 'fr', 'es', 'category', 'withdrawn'];

/** The module of a list: a line an item, its cells between tabs, sorted by code so that a change shows as its lines. */
export function moduleOf(items, file) {
  const lines = [...items].sort((a, b) => compare(a.code, b.code)).map((item) => guarded(lineOf(item)));
  return [
    `// Written by npm run code-lists from ${file}; not to be edited by hand.`,
    `// ${columns.join(', ')}`,
    `export default \`${lines.join('\n')}\`;`,
    '',
  ].join('\n');
}

/** The items of a module that moduleOf wrote. */
export function itemsOf(module) {
  const body = /export default `([\s\S]*)`;\n$/.exec(module)?.[1] ?? '';
  return body
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [code, en, fr = '', es = '', category = '', withdrawn = ''] = unguarded(line).split('\t');
      return { code, en, fr, es, category, isWithdrawn: withdrawn !== '' };
    });
}

/** Trailing empty cells are left out. */
function lineOf({ code, en, fr, es, category, isWithdrawn }) {
  return [code, en, fr, es, category, isWithdrawn ? 'withdrawn' : ''].join('\t').trimEnd();
}

function guarded(text) {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
}

function unguarded(text) {
  return text.replace(/\\([\\`$])/g, '$1');
}

/** 2 before 10, as people read them; other codes by their letters. */
function compare(a, b) {
  const isNumbers = /^\d+$/.test(a) && /^\d+$/.test(b);
  if (isNumbers && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
