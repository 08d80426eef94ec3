import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = readFileSync(new URL('./FAILURES.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| no.'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('every failure of the table has a row', () => {
  const numbers = rows.map(([, number]) => Number(number)).filter((number) => number > 0);
  expect(numbers).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
});

it.each(rows.map((row) => row[4] as string).filter((cell) => cell !== 'none'))('there is: %s', (cell) => {
  const [, file, title] = /^(\S+): (.+)$/.exec(cell) ?? [];
  expect(readFileSync(file as string, 'utf8')).toContain(`'${title}'`);
});
