import { readFileSync } from 'node:fs';
import { guessMapping, readMatrix } from '#domain/plans/matrix';
import { matrixWork } from '#server/features/plan-imports/matrix-work';
import { longSheet } from '#tests/factories/matrices';
import { xlsxOf } from '#tests/factories/matrix-files';
import { machine, median } from './machine';

/** Reading an .xlsx of 1,000 actions from its bytes to everything that would be imported. */
const rows = 1_000;
const runs = 7;
const defaults = { currency: 'MGA', language: 'fr', year: 2026 } as const;
const context = { institutions: [], reading: { language: 'fr', calendars: [] } } as const;
const bytes = await xlsxOf(longSheet(rows));
const times: number[] = [];
for (let run = 0; run < runs; run++) {
  const started = performance.now();
  const source = await openFile();
  const { actions } = readMatrix(source, guessMapping(source, defaults), context);
  if (actions.length !== rows) throw new Error(`${actions.length} actions were read instead of ${rows}.`);
  times.push(performance.now() - started);
}
const { version } = JSON.parse(readFileSync('node_modules/hucre/package.json', 'utf8')) as {
  version: string;
};
console.log(machine());
console.log(`hucre ${version}, ${rows} actions, ${Math.round(bytes.length / 1024)} KB, ${runs} runs`);
console.log(`first ${Math.round(times[0] ?? 0)} ms, median ${Math.round(median(times))} ms`);

async function openFile() {
  const upload = { kind: 'file' as const, name: 'matrix.xlsx', bytes };
  const opened = await matrixWork({ task: 'open', upload, defaults });
  return (opened as { source: Parameters<typeof readMatrix>[0] }).source;
}
