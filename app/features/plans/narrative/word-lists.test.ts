import { expect, test } from 'vitest';
import { isCountingMark, nestedListHtml } from './word-lists';

const bullet = (level: number, html: string) => ({ level, isOrdered: false, html });
const number = (level: number, html: string) => ({ level, isOrdered: true, html });

test('paragraphs of one level become one list', () => {
  expect(nestedListHtml([bullet(1, 'A'), bullet(1, 'B')])).toBe(
    '<ul><li><p>A</p></li><li><p>B</p></li></ul>',
  );
});

test('a deeper paragraph becomes a list inside the item before it', () => {
  expect(nestedListHtml([bullet(1, 'A'), number(2, 'B'), bullet(1, 'C')])).toBe(
    '<ul><li><p>A</p><ol><li><p>B</p></li></ol></li><li><p>C</p></li></ul>',
  );
});

test('a run that begins deep and comes up stays one list', () => {
  expect(nestedListHtml([bullet(3, 'A'), bullet(1, 'B')])).toBe(
    '<ul><li><p>A</p></li><li><p>B</p></li></ul>',
  );
});

test('bullets after numbers on one level begin a new list', () => {
  expect(nestedListHtml([number(1, 'A'), bullet(1, 'B')])).toBe(
    '<ol><li><p>A</p></li></ol><ul><li><p>B</p></li></ul>',
  );
});

test('numbers, letters and roman numerals count; bullets do not', () => {
  expect(['1.', '12)', 'a.', '(b)', 'iv.', '1.2'].map(isCountingMark)).toEqual(Array(6).fill(true));
  expect(['·', 'o', '§', '-', '•'].map(isCountingMark)).toEqual(Array(5).fill(false));
});
