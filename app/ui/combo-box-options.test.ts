import { expect, it } from 'vitest';
import { matchingOptions, namedOption } from './combo-box-options';

const options = [
  { id: 'msp', label: 'MSANP', note: 'Ministère de la Santé publique' },
  { id: 'mef', label: 'MEF', note: 'Ministère de l’Économie et des Finances' },
  { id: 'ilo', label: 'OIT' },
];

it('finds options by any of their words, without accents or case', () => {
  expect(matchingOptions(options, 'sante MINI').map(({ id }) => id)).toEqual(['msp']);
  expect(matchingOptions(options, 'oit').map(({ id }) => id)).toEqual(['ilo']);
  expect(matchingOptions(options, ' ')).toHaveLength(3);
  expect(matchingOptions(options, 'banque')).toEqual([]);
});

it('knows an option that is named in full, and no half-named one', () => {
  expect(namedOption(options, 'ministere de la sante publique')?.id).toBe('msp');
  expect(namedOption(options, ' mef ')?.id).toBe('mef');
  expect(namedOption(options, 'ministère')).toBeUndefined();
});
