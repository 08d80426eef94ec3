import { createReadStream } from 'node:fs';
import { checkIati } from '#domain/partners/iati';
import { makeRecordValidator } from '../features/iati-imports/validator';
import { readArguments, say } from './arguments';
import { sayIatiCheck } from './words';

/** Looks at a file; needs no database and writes nothing. Null where the arguments are wrong. */
export async function runCheck(given: string[]): Promise<number | null> {
  const parsed = readArguments(given, { flags: ['--json'], values: ['--fiscal-year-starts'] });
  const [file, ...others] = parsed?.words ?? [];
  const yearStart = parsed?.values['--fiscal-year-starts'];
  const calendars = yearStart === undefined ? undefined : calendarsFrom(yearStart);
  if (!parsed || !file || others.length > 0 || calendars === null) return null;
  try {
    const check = await checkIati(createReadStream(file), { calendars, validate: makeRecordValidator() });
    if (parsed.flags.has('--json')) say(JSON.stringify({ file, ...check }));
    else for (const line of sayIatiCheck(file, check)) say(line);
    return check.state === 'sound' ? 0 : 1;
  } catch (error) {
    console.error(`${file} could not be read: ${(error as Error).message}`);
    return 2;
  }
}

function calendarsFrom(monthAndDay: string) {
  const [, month, day] = /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.exec(monthAndDay) ?? [];
  if (!month || !day) return null;
  return [{ appliesFrom: '1900-01-01', startMonth: Number(month), startDay: Number(day) }];
}
