import { parseArgs } from 'node:util';
import { machine } from './machine';
import { measureApplying } from './registry/applying';
import { measurePages } from './registry/pages';
import { measureReading } from './registry/reading';

/**
 * npm run bench:registry: reading a long IATI file, importing it whole, then the registry's pages with up to a million
 * facts on both databases. -- --only reading [--file FILE] | --only applying [--megabytes 300] [--file FILE] | --only pages [--facts 10000,100000] [--on sqlite]
 * [--page countries] [--keep FOLDER], which fills the registries once and uses them again.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    file: { type: 'string' },
    megabytes: { type: 'string', default: '300' },
    facts: { type: 'string', default: '10000,100000,1000000' },
    on: { type: 'string', default: 'sqlite,postgres' },
    page: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
});

console.log(machine());
const isWanted = (part: string) => values.only === undefined || values.only === part;
if (isWanted('reading')) await measureReading(values.file);
if (isWanted('applying')) await measureApplying(Number(values.megabytes), values.file);
if (isWanted('pages')) {
  const sizes = values.facts.split(',').map(Number);
  for (const on of values.on.split(',')) {
    const dialect = on as 'sqlite' | 'postgres';
    await measurePages({ dialect, sizes, page: values.page, kept: values.keep });
  }
}
