import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFiscalYear, parsePeriod, readQuarter } from './period';

const julyToJune = [{ appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 }];

describe('a period', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['T1 2026', '2026-01-01', '2026-03-31'],
    ['Q3 2026', '2026-07-01', '2026-09-30'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-T4', '2026-10-01', '2026-12-31'],
    ['1er trimestre 2026', '2026-01-01', '2026-03-31'],
    ['2ème trimestre 2026', '2026-04-01', '2026-06-30'],
    ['segundo trimestre de 2026', '2026-04-01', '2026-06-30'],
    ['first quarter of 2026', '2026-01-01', '2026-03-31'],
    ['S1 2026', '2026-01-01', '2026-06-30'],
    ['H2 2026', '2026-07-01', '2026-12-31'],
    ['2e semestre 2026', '2026-07-01', '2026-12-31'],
    ['mars 2026', '2026-03-01', '2026-03-31'],
    ['Févr. 2028', '2028-02-01', '2028-02-29'],
    ['août 2026', '2026-08-01', '2026-08-31'],
    ['enero de 2026', '2026-01-01', '2026-01-31'],
    ['Sept 2026', '2026-09-01', '2026-09-30'],
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['03/2026', '2026-03-01', '2026-03-31'],
    ['2026-03-31', '2026-03-31', '2026-03-31'],
    ['31/12/2026', '2026-12-31', '2026-12-31'],
    ['31.12.2026', '2026-12-31', '2026-12-31'],
    ['12/31/2026', '2026-12-31', '2026-12-31'],
    ['1er mars 2026', '2026-03-01', '2026-03-01'],
    ['31 de marzo de 2026', '2026-03-31', '2026-03-31'],
    ['March 31, 2026', '2026-03-31', '2026-03-31'],
    ['2025–2027', '2025-01-01', '2027-12-31'],
    ['2025-2027', '2025-01-01', '2027-12-31'],
    ['2025 - 2026', '2025-01-01', '2026-12-31'],
    ['2025 à 2027', '2025-01-01', '2027-12-31'],
    ['T1 2026 – T3 2027', '2026-01-01', '2027-09-30'],
    ['mars - juin 2026', '2026-03-01', '2026-06-30'],
    ['janvier 2026 à mars 2027', '2026-01-01', '2027-03-31'],
    ['2026-03 - 2026-05', '2026-03-01', '2026-05-31'],
    ['T1-T2 2026', '2026-01-01', '2026-06-30'],
    ['01/03/2026 - 15/04/2026', '2026-03-01', '2026-04-15'],
  ])('%s runs from %s to %s', (text, start, end) => {
    expect(parsePeriod(text, { language: 'fr' })).toEqual({ start, end });
  });

  it.each([
    '',
    'continu',
    'jui 2026',
    'T5 2026',
    'S3 2026',
    '2026-13',
    '31/02/2026',
    '2027-2025',
    'fin 2026',
    '26',
    'mars',
    '2026-T0',
    '20260',
    '2025-26',
  ])('"%s" is not read', (text) => {
    expect(parsePeriod(text, { language: 'fr' })).toBeNull();
  });

  it('in figures whose day may be the month is read in French and Spanish only', () => {
    expect(parsePeriod('03/04/2026', { language: 'fr' })?.start).toBe('2026-04-03');
    expect(parsePeriod('03/04/2026', { language: 'es' })?.start).toBe('2026-04-03');
    expect(parsePeriod('03/04/2026', { language: 'en' })).toBeNull();
    expect(parsePeriod('03/04/2026')).toBeNull();
  });

  it('follows the fiscal calendar for years, quarters and halves', () => {
    const read = (text: string) => parsePeriod(text, { calendars: julyToJune });
    const year = { start: '2026-07-01', end: '2027-06-30' };
    for (const text of ['2026', '2026/27', '2026-2027', 'FY 2026/27', 'exercice 2026/2027'])
      expect(read(text)).toEqual(year);
    expect(read('T1 2026')).toEqual({ start: '2026-07-01', end: '2026-09-30' });
    expect(read('S2 2026')).toEqual({ start: '2027-01-01', end: '2027-06-30' });
    expect(read('2025-2027')).toEqual({ start: '2025-07-01', end: '2028-06-30' });
    expect(read('mars 2026')).toEqual({ start: '2026-03-01', end: '2026-03-31' });
    expect(read('FY 2026')).toBeNull();
  });

  it('never makes the reader throw and never ends before it starts', () => {
    const piece = fc.constantFrom(
      '2026',
      '2025',
      '-',
      '–',
      '/',
      ' ',
      'T1',
      'mars',
      'à',
      '31',
      '2',
      'S',
      '12',
      '.',
      'de',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), fc.boolean(), (pieces, isSplit) => {
        const period = parsePeriod(pieces.join(''), { language: 'es', calendars: isSplit ? julyToJune : [] });
        if (period) expect(period.start <= period.end).toBe(true);
      }),
      { seed: 20260704, numRuns: 3000 },
    );
  });
});

describe('a fiscal year', () => {
  it('is named by the year it starts in, or by both', () => {
    expect(parseFiscalYear(' 2026 ')).toBe(2026);
    expect(parseFiscalYear('exercice 2026')).toBe(2026);
    expect(parseFiscalYear('2026/27', { calendars: julyToJune })).toBe(2026);
    expect(parseFiscalYear('2026/28', { calendars: julyToJune })).toBeNull();
    expect(parseFiscalYear('2026/27')).toBeNull();
    expect(parseFiscalYear('26')).toBeNull();
  });
});

describe('readQuarter', () => {
  it('reads a quarter in any language, and nothing else', () => {
    expect(readQuarter('2026-T3')).toEqual({ part: 3, year: 2026 });
    expect(readQuarter('Q1 2027')).toEqual({ part: 1, year: 2027 });
    for (const other of ['2026-S1', '2026', '2026-07', 'T5 2026', '']) expect(readQuarter(other)).toBeNull();
  });
});
