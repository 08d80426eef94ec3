import { setFlagsFromString } from 'node:v8';
import { runCheck } from '../iati/run-check';
import { runExport } from '../iati/run-export';
import { runImport } from '../iati/run-import';
import { runRates } from '../iati/run-rates';

// What a long import leaves behind V8 would let lie until the process has grown by more than the file needs.
setFlagsFromString('--heap-growing-percent=20');

// npm run iati -- check|import|export|rates …
// 0, done; 1, the file is refused or something of it was not taken; 2, it could not begin.
const usage = `Usage:
  npm run iati -- check FILE [--json] [--fiscal-year-starts MM-DD] [--rates CSV]
  npm run iati -- import FILE --workspace SLUG --accept-all [--json]
  npm run iati -- export --workspace SLUG [--partner INSTITUTION]
  npm run iati -- rates CSV [--json]`;
const [command = '', ...given] = process.argv.slice(2);
const run = { check: runCheck, import: runImport, export: runExport, rates: runRates }[command];
const code = run ? await run(given) : null;
if (code === null) console.error(usage);
process.exitCode = code ?? 2;
