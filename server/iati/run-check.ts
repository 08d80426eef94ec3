import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { makeRateTable } from '#domain/money/rates';
import { checkIati } from '#domain/partners/iati';
import { readRatesFile } from '../features/exchange-rates/read-rates';
import { makeRecordValidator } from '../features/iati-imports/validator';
import { readArguments, say } from './arguments';
import { sayRateProblems } from './rate-words';
import { sayIatiCheck } from './words';

/** Looks at a file; needs no database and writes nothing. Null where the arguments are wrong. */
export async function runCheck(given: string[]): Promise<number | null> {
  const parsed = readArguments(given, { flags: ['--json'], values: ['--fiscal-year-starts', '--rates'] });
  const [file, ...others] = parsed?.words ?? [];
  const yearStart = parsed?.values['--fiscal-year-starts'];
  const calendars = yearStart === undefined ? undefined : calendarsFrom(yearStart);
  if (!parsed || !file || others.length > 0 || calendars === null) return null;
  const rates = await ratesFrom(parsed.values['--rates']);
  if (rates === null) return 2;
  try {
    const table = makeRateTable(rates.list);
    const validate = makeRecordValidator();
    const check = await checkIati(createReadStream(file), { calendars, validate, rates: table });
    const used = rates.file === null ? null : { file: rates.file, count: rates.list.length };
    if (parsed.flags.has('--json')) say(JSON.stringify({ file, ...check, rates: used }));
    else for (const line of sayIatiCheck(file, check, rates.file)) say(line);
    return check.state === 'sound' ? 0 : 1;
  } catch (error) {
    console.error(`${file} could not be read: ${(error as Error).message}`);
    return 2;
  }
}

/** Without a file there are no rates: only what is in dollars is. Null where it cannot be used, which was said. */
async function ratesFrom(file: string | undefined) {
  if (file === undefined) return { file: null, list: [] };
  try {
    const { rates, problems } = readRatesFile(await readFile(file));
    for (const line of sayRateProblems(file, problems)) console.error(line);
    if (rates.length > 0) return { file, list: rates };
    console.error(`${file} has no rates in the IMF's layout.`);
    return null;
  } catch (error) {
    console.error(`${file} could not be read: ${(error as Error).message}`);
    return null;
  }
}

function calendarsFrom(monthAndDay: string) {
  const [, month, day] = /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.exec(monthAndDay) ?? [];
  if (!month || !day) return null;
  return [{ appliesFrom: '1900-01-01', startMonth: Number(month), startDay: Number(day) }];
}
