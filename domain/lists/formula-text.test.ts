import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disarmFormula, rearmFormula } from './formula-text';

describe('a text in a CSV file', () => {
  it.each([
    '=1+1',
    '+cmd',
    '@SUM(A1)',
    "-2+3+cmd|' /C calc'!A0",
    "- cmd|' /C calc'!A0",
    '\t=1',
    '\r=1',
    "'=1",
  ])('is no formula: %s', (text) => expect(disarmFormula(text)).toBe(`'${text}`));

  it.each(['-3', '+261 34 00', '-1 250,75', '-4 %', 'OMS', "l'État", ''])('is left as it is: %s', (text) => {
    expect(disarmFormula(text)).toBe(text);
  });

  it('comes back as it was', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '1', ' ', '\t') }),
    );
    fc.assert(fc.property(text, (written) => rearmFormula(disarmFormula(written)) === written));
  });
});
