import { describe, expect, it } from 'vitest';
import { identifiersText } from './identifiers-text';
import { factsOf, institutionSchema } from './schemas';

describe('institutionSchema', () => {
  it('reads identifiers line by line, and writes them back', () => {
    const value = institutionSchema.parse({
      nameFr: 'Banque mondiale',
      kind: 'bank',
      identifiers: ' xm-dac 44000 \n\nGB-COH: 123 456\n',
    });
    const facts = factsOf(value);
    expect(facts).toMatchObject({
      names: { en: '', fr: 'Banque mondiale', es: '' },
      country: null,
      identifiers: [
        { scheme: 'XM-DAC', value: '44000' },
        { scheme: 'GB-COH', value: '123 456' },
      ],
    });
    expect(identifiersText(facts.identifiers)).toBe('XM-DAC 44000\nGB-COH 123 456');
  });

  it('asks for one name and for both parts of an identifier', () => {
    const messages = (input: object) =>
      institutionSchema.safeParse(input).error?.issues.map(({ message }) => message);
    expect(messages({ kind: 'bank' })).toEqual(['nameMissing']);
    expect(messages({ nameEn: 'x', kind: 'bank', identifiers: '44000' })).toEqual(['identifiersInvalid']);
    expect(messages({ nameEn: 'x' })).toEqual(['kindMissing']);
  });
});
