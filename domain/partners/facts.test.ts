import { describe, expect, it } from 'vitest';
import { loadCodeList } from '../code-lists';
import { partSchemas } from './facts';
import { overlap, validityOn } from './in-force';
import { columnsOfPlace, placeOf, regions } from './place';

const mandate = { theme: 'pooling', instrument: 'grant', role: '1' };

function messages(subject: keyof typeof partSchemas, facts: object): string[] {
  return partSchemas[subject].safeParse(facts).error?.issues.map(({ message }) => message) ?? [];
}

describe('what may be written into a partner’s record', () => {
  it('is a mandate with a theme, an instrument and one of the four roles', () => {
    expect(partSchemas.mandate.parse(mandate)).toMatchObject({ role: 1, place: '', validTo: null });
    expect(messages('mandate', { ...mandate, role: '5' })).toEqual(['roleMissing']);
    expect(messages('mandate', {})).toEqual(['themeMissing', 'instrumentMissing', 'roleMissing']);
  });

  it('is in a country, in a region or everywhere', () => {
    for (const place of ['MG', '289', '']) expect(messages('mandate', { ...mandate, place })).toEqual([]);
    for (const place of ['XX', '380', '7']) {
      expect(messages('mandate', { ...mandate, place })).toEqual(['placeInvalid']);
    }
  });

  it('begins before it ends, on days that there are', () => {
    const dates = { validFrom: '2026-03-01', validTo: '2026-02-28' };
    expect(messages('mandate', { ...mandate, ...dates })).toEqual(['endBeforeStart']);
    expect(messages('focal_person', { position: 'Adviser', ...dates })).toEqual(['endBeforeStart']);
    expect(messages('mandate', { ...mandate, validFrom: '2026-02-30' })).toEqual(['dateInvalid']);
  });

  it('links to the web only, so that no link runs a script', () => {
    const document = { kind: 'strategy', title: 'T' };
    expect(messages('document', { ...document, url: 'https://example.org/a' })).toEqual([]);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'example.org', 'https://']) {
      expect(messages('document', { ...document, url })).toContain('linkInvalid');
    }
  });

  it('keeps one of the names that read alike', () => {
    const aliases = ['Banque  Mondiale', 'banque mondiale', '', 'IBRD'];
    expect(partSchemas.profile.parse({ aliases }).aliases).toEqual(['banque mondiale', 'IBRD']);
  });
});

describe('a place', () => {
  it('is a country or a region in its own column, or neither', () => {
    for (const place of ['MG', '289', '']) expect(placeOf(columnsOfPlace(place))).toBe(place);
    expect(columnsOfPlace('289')).toEqual({ country: null, region: '289' });
  });

  it('knows the regions of the code list', async () => {
    const { entries } = await loadCodeList('regions');
    expect([...regions]).toEqual(entries.filter(({ isWithdrawn }) => !isWithdrawn).map(({ code }) => code));
  });
});

describe('validity', () => {
  it('counts both of its days', () => {
    const period = { validFrom: '2026-01-01', validTo: '2026-12-31' };
    const on = (today: string) => validityOn(period, today);
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      'to_come',
      'in_force',
      'in_force',
      'ended',
    ]);
    expect(validityOn({ validFrom: null, validTo: null }, '2026-01-01')).toBe('in_force');
  });

  it('overlaps where a day is common, with open sides', () => {
    const period = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo });
    expect(overlap(period(null, '2026-06-30'), period('2026-06-30', null))).toBe(true);
    expect(overlap(period(null, '2026-06-30'), period('2026-07-01', null))).toBe(false);
    expect(overlap(period(null, null), period('2026-07-01', '2026-07-02'))).toBe(true);
  });
});
