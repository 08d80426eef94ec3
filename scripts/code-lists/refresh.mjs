import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCodeList } from './read-xml.mjs';
import { itemsOf, moduleOf } from './rows.mjs';

/** Writes every list anew, once all of them could be read; gives a line for each thing that changed. */
export function refreshLists({ folder, target, lists }) {
  const found = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, join(entry.parentPath ?? entry.path, entry.name)]),
  );
  const missing = lists.map(([source]) => `${source}.xml`).filter((file) => !found.has(file));
  if (missing.length > 0) throw new Error(`Not found in ${folder}: ${missing.join(', ')}`);
  const read = lists.map(([source, name]) => {
    const file = `${source}.xml`;
    return { name, file, items: readCodeList(readFileSync(found.get(file), 'utf8'), file) };
  });
  const changes = read.flatMap(({ name, file, items }) => {
    const path = join(target, `${name}.ts`);
    const before = existsSync(path) ? itemsOf(readFileSync(path, 'utf8')) : [];
    writeFileSync(path, moduleOf(items, file));
    return changesBetween(before, items).map((change) => `${name}: ${change}`);
  });
  const count = read.reduce((sum, { items }) => sum + items.length, 0);
  return [...changes, `${read.length} lists, ${count} codes, ${changes.length} changes.`];
}

export function changesBetween(before, after) {
  const old = new Map(before.map((item) => [item.code, item]));
  const left = new Set(after.map(({ code }) => code));
  return [
    ...after.flatMap((item) => changesOf(old.get(item.code), item)),
    ...before.filter(({ code }) => !left.has(code)).map(({ code, en }) => `removed ${code} ${en}`),
  ];
}

function changesOf(old, { code, category, isWithdrawn, ...names }) {
  if (!old) return [`added ${code} ${names.en}${isWithdrawn ? ' (withdrawn)' : ''}`];
  const renamed = ['en', 'fr', 'es']
    .filter((language) => old[language] !== names[language])
    .map((language) => `renamed ${code} (${language}) "${old[language]}" -> "${names[language]}"`);
  return [
    ...renamed,
    ...(old.category === category ? [] : [`moved ${code} from category ${old.category} to ${category}`]),
    ...(old.isWithdrawn === isWithdrawn
      ? []
      : [`${isWithdrawn ? 'withdrawn' : 'reinstated'} ${code} ${names.en}`]),
  ];
}
