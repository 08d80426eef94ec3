import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareLanguages } from './catalogues/compare-languages.mjs';
import { missingUses } from './catalogues/find-uses.mjs';
import { frenchSpacing } from './catalogues/french-spacing.mjs';
import { readCatalogues } from './catalogues/read-catalogues.mjs';

/** With --fix, puts French spacing right first. Fails when a language lacks a key, a plural form or a variable that another has, or code asks for unknown words. */
const catalogues = readCatalogues('app/i18n/catalogues');
const sources = ['app', 'server', 'domain'].flatMap(sourcesUnder);
const problems = [
  ...compareLanguages(catalogues),
  ...frenchSpacing('app/i18n/catalogues/fr', { isFixing: process.argv.includes('--fix') }),
  ...sources.flatMap((file) => missingUses(file, catalogues)),
];

if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\nCatalogues: ${problems.length} problems.\n`);
  process.exit(1);
}
const [first] = catalogues.values();
const keyCount = [...first.values()].reduce((sum, keys) => sum + keys.size, 0);
process.stdout.write(`Catalogues: ${keyCount} keys in ${[...catalogues.keys()].join(', ')}, none missing.\n`);

function sourcesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
