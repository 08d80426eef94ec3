import { describe, expect, it } from 'vitest';
import { makeFormat } from './make-format';

const en = makeFormat('en');
const fr = makeFormat('fr');
const es = makeFormat('es');
/** Narrow no-break space, which groups French thousands. */
const nnbsp = '\u202f';
const nbsp = '\u00a0';

describe('numbers', () => {
  it('are grouped as the reader groups them', () => {
    expect(en.number(1234567.5)).toBe('1,234,567.5');
    expect(fr.number(1234567.5)).toBe(`1${nnbsp}234${nnbsp}567,5`);
    expect(es.number(1234567.5)).toBe('1.234.567,5');
  });

  it('become shares', () => {
    expect(en.percent(0.256)).toBe('26%');
    expect(fr.percent(0.256)).toBe(`26${nnbsp}%`);
    expect(es.percent(0.256)).toBe(`26${nnbsp}%`);
  });

  it('become lists', () => {
    expect(en.list(['ILO', 'WHO', 'GIZ'])).toBe('ILO, WHO and GIZ');
    expect(fr.list(['OIT', 'OMS'])).toBe('OIT et OMS');
    expect(es.list(['Salud', 'Inclusión'])).toBe('Salud e Inclusión');
  });
});

describe('money', () => {
  it('keeps every digit of the text, also those a float would lose', () => {
    expect(en.money('12345678901234567890.55', 'USD')).toBe(`USD${nbsp}12,345,678,901,234,567,890.55`);
    expect(en.decimal('0.1000000000000000055')).toBe('0.1000000000000000055');
  });

  it('stands as the reader writes it, with the code of the currency', () => {
    expect(en.money('1250000.5', 'USD')).toBe(`USD${nbsp}1,250,000.50`);
    expect(fr.money('1250000.5', 'USD')).toBe(`1${nnbsp}250${nnbsp}000,50${nbsp}USD`);
    expect(es.money('1250000.5', 'USD')).toBe(`1.250.000,50${nbsp}USD`);
  });

  it('shows no decimals where there are none to show', () => {
    expect(en.money('1250000.00', 'EUR')).toBe(`EUR${nbsp}1,250,000`);
    expect(fr.money('-45000000', 'MGA')).toBe(`-45${nnbsp}000${nnbsp}000${nbsp}MGA`);
    expect(en.money('0', 'EUR')).toBe(`EUR${nbsp}0`);
  });

  it('shows what is no amount, or no currency, as it was typed', () => {
    expect(en.money('about 2 million', 'USD')).toBe('about 2 million USD');
    expect(en.money('1200', 'points')).toBe('1,200 points');
    expect(en.money('1200', '')).toBe('1,200');
    expect(fr.decimal('1,5')).toBe('1,5');
  });

  it('is in whole units in sums, but for less than one, which does not become nothing', () => {
    expect(en.moneyWhole('312453453.06', 'USD')).toBe(`USD${nbsp}312,453,453`);
    expect(fr.moneyWhole('-12.5', 'EUR')).toBe(`-13${nbsp}EUR`);
    expect(en.moneyWhole('0.4', 'USD')).toBe(`USD${nbsp}0.40`);
  });

  it('is shortened in the words of the language', () => {
    expect(en.moneyCompact('12500000000.55', 'MGA')).toBe(`MGA${nbsp}12.5bn`);
    expect(fr.moneyCompact('12500000000.55', 'MGA')).toBe(`12,5${nbsp}Md${nbsp}MGA`);
    expect(es.moneyCompact('1250000', 'USD')).toBe(`1,3${nbsp}M${nbsp}USD`);
  });
});

describe('dates', () => {
  it('of the calendar never move a day, whatever the zone', () => {
    const antananarivo = makeFormat('en', 'Indian/Antananarivo');
    const lima = makeFormat('es', 'America/Lima');
    expect(antananarivo.date('2026-07-01')).toBe('1 Jul 2026');
    expect(lima.date('2026-07-01')).toBe('1 jul 2026');
    expect(fr.longDate('2026-07-01')).toBe('1er juillet 2026');
    expect(fr.month('2026-03-15')).toBe('mars 2026');
  });

  it('of an instant are in UTC, said so, or in the zone of the reader', () => {
    expect(en.dateTime('2026-03-04T22:05:00.000Z')).toBe('4 Mar 2026, 22:05 UTC');
    expect(makeFormat('fr', 'Indian/Antananarivo').dateTime('2026-03-04T22:05:00.000Z')).toBe(
      '5 mars 2026, 01:05',
    );
  });

  it('of an instant have the day of its clock time, which UTC may not have yet', () => {
    const late = '2026-11-29T23:02:00.000Z';
    expect(makeFormat('en', 'Indian/Antananarivo').day(late)).toBe('30 Nov 2026');
    expect(makeFormat('en', 'Indian/Antananarivo').dateTime(late)).toBe('30 Nov 2026, 02:02');
    expect(en.day(late)).toBe('29 Nov 2026');
  });

  it('that are none are shown as they are', () => {
    expect(en.date('soon')).toBe('soon');
    expect(en.dateTime('')).toBe('');
    expect(en.dateRange('2026', 'later')).toBe('2026 – later');
  });

  it('are told by their distance', () => {
    const now = '2026-03-04T12:00:00.000Z';
    expect(en.relative('2026-03-04T11:59:40.000Z', now)).toBe('now');
    expect(en.relative('2026-03-04T11:55:00.000Z', now)).toBe('5 minutes ago');
    expect(fr.relative('2026-03-03T10:00:00.000Z', now)).toBe('hier');
    expect(es.relative('2026-03-18T12:00:00.000Z', now)).toBe('dentro de 2 semanas');
  });

  it('of a fiscal year stand beside its name', () => {
    expect(en.fiscalYear({ start: '2025-07-01', end: '2026-06-30' })).toBe(
      `2025/26 (1 Jul 2025 – 30 Jun 2026)`,
    );
    expect(fr.fiscalYear({ start: '2026-01-01', end: '2026-12-31' })).toBe(`2026 (1er janv. – 31 déc. 2026)`);
  });
});
