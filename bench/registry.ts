import { parseArgs } from 'node:util';
import { machine } from './machine';
import { measurePages } from './registry/pages';
import { measureReading } from './registry/reading';

/**
 * npm run bench:registry: reading a long IATI file, then the registry's pages with up to a million facts on both
 * databases. -- --only reading [--file FILE] | --only pages [--facts 10000,100000] [--on sqlite]
 * [--page countries] [--keep FOLDER], which fills the registries once and uses them again.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    file: { type: 'string' },
    facts: { type: 'string', default: '10000,100000,1000000' },
    on: { type: 'string', default: 'sqlite,postgres' },
    page: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
});

console.log(machine());
if (values.only !== 'pages') await measureReading(values.file);
if (values.only !== 'reading') {
  const sizes = values.facts.split(',').map(Number);
  for (const on of values.on.split(',')) {
    const dialect = on as 'sqlite' | 'postgres';
    await measurePages({ dialect, sizes, page: values.page, kept: values.keep });
  }
}
