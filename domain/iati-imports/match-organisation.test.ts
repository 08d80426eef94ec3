import { describe, expect, it } from 'vitest';
import type { InstitutionId } from '../ids';
import { makeMatcher } from './match-organisation';

const [bank, fund, agency] = ['bank', 'fund', 'agency'] as InstitutionId[] as [
  InstitutionId,
  InstitutionId,
  InstitutionId,
];

const match = makeMatcher({
  confirmed: new Map([
    ['ODD-1', agency],
    ['name:alpha', fund],
  ]),
  identifiers: [
    { scheme: 'XM-DAC', value: '0918-3', institutionId: bank },
    { scheme: '44000', value: '44000-7', institutionId: fund },
    { scheme: 'US', value: '01', institutionId: bank },
    { scheme: 'US', value: '1', institutionId: fund },
  ],
  aliases: new Map([['banque mondiale', bank]]),
  names: new Map([['world fund', fund]]),
});

function by(ref: string | null, name = '') {
  const { institutionId, by, proposed } = match({ ref, names: name ? [{ language: null, text: name }] : [] });
  return [institutionId, by, proposed];
}

describe('an organisation of a file', () => {
  it('is the institution of its exact reference, else of its reference without leading zeros', () => {
    expect(by('XM-DAC-0918-3')).toEqual([bank, 'ref', null]);
    expect(by('xm-dac-918-3')).toEqual([bank, 'normalised', null]);
    expect(by('XM-DAC-918-30')).toEqual([null, null, null]);
  });

  it('is the institution of its alias, whatever its accents and capitals', () => {
    expect(by(null, 'Banque  MONDIALE')).toEqual([bank, 'alias', null]);
    expect(by('UNKNOWN-1', 'Banque mondiale')).toEqual([bank, 'alias', null]);
  });

  it('is what a person confirmed before anything else', () => {
    expect(by('ODD-1', 'Banque mondiale')).toEqual([agency, 'confirmed', null]);
    expect(by(null, 'Alpha')).toEqual([fund, 'confirmed', null]);
  });

  it('is only proposed by its name', () => {
    expect(by('ODD-2', 'World Fund')).toEqual([null, null, fund]);
  });

  it('is neither of two that differ in leading zeros alone, unless exactly one', () => {
    expect(by('US-1')).toEqual([fund, 'ref', null]);
    expect(by('US-001')).toEqual([null, null, null]);
  });
});
