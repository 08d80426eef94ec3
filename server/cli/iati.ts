import { createReadStream } from 'node:fs';
import { checkIati } from '#domain/partners/iati';
import { sayIatiCheck } from '../iati/words';

// npm run iati -- check FILE [--json] [--fiscal-year-starts MM-DD]
// 0, the file can be read whole; 1, it is refused; 2, it could not look. Needs no database and writes nothing.
const usage = 'Usage: npm run iati -- check FILE [--json] [--fiscal-year-starts MM-DD]';
process.exitCode = await run(process.argv.slice(2));

async function run(given: string[]): Promise<number> {
  const yearFlag = given.indexOf('--fiscal-year-starts');
  const [yearStart] = yearFlag >= 0 ? given.splice(yearFlag, 2).slice(1) : [];
  const isJson = given.includes('--json');
  const [command, file, ...others] = given.filter((argument) => argument !== '--json');
  const calendars = yearFlag >= 0 ? calendarsFrom(yearStart) : undefined;
  if (command !== 'check' || !file || others.length > 0 || calendars === null) {
    console.error(usage);
    return 2;
  }
  try {
    const check = await checkIati(createReadStream(file), { calendars });
    if (isJson) console.log(JSON.stringify({ file, ...check }));
    else for (const line of sayIatiCheck(file, check)) console.log(line);
    return check.state === 'sound' ? 0 : 1;
  } catch (error) {
    console.error(`${file} could not be read: ${(error as Error).message}`);
    return 2;
  }
}

function calendarsFrom(monthAndDay = '') {
  const [, month, day] = /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.exec(monthAndDay) ?? [];
  if (!month || !day) return null;
  return [{ appliesFrom: '1900-01-01', startMonth: Number(month), startDay: Number(day) }];
}
