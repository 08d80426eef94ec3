import { expect, test } from 'vitest';
import { countWords } from './word-count';

test('an empty text has no words', () => {
  expect(countWords('', 'en')).toBe(0);
  expect(countWords(' \n\t—  ', 'fr')).toBe(0);
});

test('punctuation is not a word and a number is one', () => {
  expect(countWords('Coverage rises to 54% by 2030.', 'en')).toBe(6);
});

test('an apostrophe does not split a French word in two where the language does not', () => {
  expect(countWords('Aujourd’hui, la couverture santé.', 'fr')).toBe(4);
});

test('words of the next paragraph are not glued to the last one', () => {
  expect(countWords('Plan national\nSanté', 'es')).toBe(3);
});
