import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const pluralSuffix = /_(?:ordinal_)?(zero|one|two|few|many|other)$/;

/** language -> namespace -> key without its plural form -> { forms: form or '' -> text }. */
export function readCatalogues(folder) {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(languages.map(({ name }) => [name, readLanguage(join(folder, name))]));
}

function readLanguage(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [
      file.slice(0, -5),
      groupForms(flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
    ]),
  );
}

function flatten(object, prefix = '') {
  return Object.entries(object).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function groupForms(entries) {
  const all = new Set(entries.map(([key]) => key));
  const keys = new Map();
  for (const [key, text] of entries) {
    const base = key.replace(pluralSuffix, '');
    // "pick_one" alone is a word of its own; only beside "pick_other" is it a form.
    const isForm = base !== key && all.has(`${base}_other`);
    const name = isForm ? base : key;
    const form = isForm ? key.match(pluralSuffix)[1] : '';
    keys.set(name, { ...keys.get(name), [form]: text });
  }
  return keys;
}
