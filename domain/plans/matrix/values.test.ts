import { describe, expect, it } from 'vitest';
import type { InstitutionId } from '../../ids';
import { guessDecimal, readAmount } from './amounts';
import { makeResolver, splitInstitutions } from './institutions';
import { readPeriod } from './period-text';
import { readHeader } from './read-header';

describe('an amount in a cell', () => {
  it.each([
    ['1 250 000,50', ',', '1', '1250000.5', ''],
    ['1\u202f250\u202f000', ',', '1', '1250000', ''],
    ['1.250.000,75', ',', '1', '1250000.75', ''],
    ['1,250,000.75', '.', '1', '1250000.75', ''],
    ['1.250', ',', '1', '1250', ''],
    ['1.250', '.', '1', '1.25', ''],
    ['12.125', '.', '1', '12.1250', ''],
    ['12.5', ',', '1000', '12500', ''],
    ['2,5 millions', ',', '1', '2500000', ''],
    ['1,5 milliard Ar', ',', '1000', '1500000000', 'MGA'],
    ['USD 25,000', '.', '1', '25000', 'USD'],
    ['25 000 $', ',', '1', '25000', 'USD'],
    ['300 €', ',', '1', '300', 'EUR'],
    ['(1 500)', ',', '1', '-1500', ''],
    ["1'000.50", '.', '1', '1000.5', ''],
    ['0', ',', '1', '0', ''],
  ] as const)('%s with decimal "%s" and unit %s is %s', (cell, decimal, unit, text, currency) => {
    expect(readAmount(cell, { decimal, unit })).toMatchObject({ state: 'read', text, currency });
  });

  it('that is a number in the file is exact', () => {
    expect(readAmount(1250000.5, { decimal: ',', unit: '1000' })).toMatchObject({ text: '1250000500' });
    expect(readAmount(0.1, { decimal: ',', unit: '1000000' })).toMatchObject({ text: '100000' });
  });

  it.each(['-', '–', 'n/a', 'N.A.', 's.o.', 'PM', 'Néant', '...'])('%s is none', (cell) => {
    expect(readAmount(cell, { decimal: ',', unit: '1' })).toEqual({ state: 'empty' });
  });

  it.each(['à déterminer', '100 000 – 150 000', '1.2.3', '12,34,5', '20 000 + 5 000'])(
    '%s is not guessed at',
    (cell) => {
      expect(readAmount(cell, { decimal: ',', unit: '1' })).toEqual({ state: 'not_understood', text: cell });
    },
  );

  it.each([
    [['1 250,50', '300'], ',', true],
    [['1,250.50', '300'], '.', true],
    [['1.250.000', '75.000'], ',', true],
    [['1.250', '2,500'], ',', false],
    [['12,5', '12,75', '3.5'], ',', false],
  ] as const)('%j tells the decimal sign', (cells, decimal, isSure) => {
    expect(guessDecimal(cells, ',')).toEqual({ decimal, isSure });
  });
});

describe('a period in a cell', () => {
  it.each([
    ['2026', '2026', '2026'],
    [2027, '2027', '2027'],
    ['2025–2027', '2025', '2027'],
    ['2025-2027', '2025', '2027'],
    ['2025 à 2027', '2025', '2027'],
    ['De 2025 à 2027', '2025', '2027'],
    ['2025, 2026 et 2027', '2025', '2027'],
    ['2025/26', '2025', '2026'],
    ['2025-26', '2025', '2026'],
    ['2025–26', '2025', '2026'],
    ['2025-28', '2025', '2028'],
    ['2025-11', '2025-11', '2025-11'],
    ['2025/26 – 2027/28', '2025', '2028'],
    ['T1 2026', '2026-T1', '2026-T1'],
    ['Q3 2026', '2026-T3', '2026-T3'],
    ['1er trimestre 2026', '2026-T1', '2026-T1'],
    ['T1-T3 2026', '2026-T1', '2026-T3'],
    ['T4 2026 – T2 2027', '2026-T4', '2027-T2'],
    ['S1 2026', '2026-T1', '2026-T2'],
    ['2e semestre 2026', '2026-T3', '2026-T4'],
    ['mars 2026', '2026-03', '2026-03'],
    ['janv.–juin 2026', '2026-01', '2026-06'],
    ['Jan 2026 to Dec 2027', '2026-01', '2027-12'],
    ['enero a marzo de 2026', '2026-01', '2026-03'],
    ['01/03/2026', '2026-03-01', '2026-03-01'],
    ['01/03/2026 – 31/12/2026', '2026-03-01', '2026-12-31'],
    ['31.12.26', '2026-12-31', '2026-12-31'],
    ['15 mars 2026', '2026-03-15', '2026-03-15'],
    ['2026-03-31', '2026-03-31', '2026-03-31'],
    ['fin 2026', '2026-12', '2026-12'],
    ['03/2026', '2026-03', '2026-03'],
  ])('%s is %s to %s', (cell, start, end) => {
    expect(readPeriod(cell, { dayFirst: true })).toEqual({ state: 'read', start, end });
  });

  it.each(['2025/26', '2025-26', '2025–26', '2025-2026'])(
    '%s is one year where fiscal years run into the next',
    (cell) => {
      const calendars = [{ appliesFrom: '2000-07-01', startMonth: 7, startDay: 1 }];
      const reading = { language: 'fr', calendars } as const;
      expect(readPeriod(cell, { dayFirst: true, reading })).toEqual({
        state: 'read',
        start: '2025',
        end: '2025',
      });
      expect(readHeader([`Budget ${cell}`], calendars)).toMatchObject({ field: 'cost', period: '2025' });
      expect(readHeader([`Budget ${cell}`])).toMatchObject({ field: 'cost', period: '' });
    },
  );

  it.each(['Permanent', 'dès que possible', '31/02/2026', 'T5 2026', '45000000'])(
    '%s is not guessed at',
    (cell) => {
      expect(readPeriod(cell, { dayFirst: true })).toEqual({ state: 'not_understood', text: cell });
    },
  );
});

describe('institutions in a cell', () => {
  const one = (acronym: string, nameFr: string) => ({
    id: acronym as InstitutionId,
    acronym,
    nameFr,
    nameEn: '',
    nameEs: '',
  });
  const resolve = makeResolver(
    [
      one('MSANP', 'Ministère de la Santé publique'),
      one('MEF', "Ministère de l'Économie et des Finances"),
      one('PNUD', 'Programme A'),
      one('PNUD ', 'Programme B'),
    ],
    {},
  );

  it.each([
    ['MSANP / MEF ; OMS, GIZ', ['MSANP', 'MEF', 'OMS', 'GIZ']],
    ['MSANP et MEF', ['MSANP', 'MEF']],
    ["Ministère de l'Economie et des Finances", ["Ministère de l'Economie et des Finances"]],
    [
      "Ministère de l'Intérieur et de la Décentralisation",
      ["Ministère de l'Intérieur et de la Décentralisation"],
    ],
    ['Ministère de la Santé Publique et OMS', ['Ministère de la Santé Publique', 'OMS']],
    ['- MSANP\n- MEF', ['MSANP', 'MEF']],
    ['Chef de file : MSANP', ['MSANP']],
    ['MSANP, msanp', ['MSANP']],
    ['Direction (DEP, DGS), MEF', ['Direction (DEP, DGS)', 'MEF']],
    ['Organisations de la société civile', ['Organisations de la société civile']],
  ])('%s', (cell, names) => {
    expect(splitInstitutions(cell, resolve)).toEqual(names);
  });

  it('are known by acronym, name without accents, brackets and abbreviations', () => {
    for (const name of [
      'msanp',
      'MINISTERE DE LA SANTE PUBLIQUE',
      'Ministère en charge de la Santé (MSANP)',
      'Min. Santé publique',
    ]) {
      expect(resolve(name)).toMatchObject({ state: 'resolved', institutionId: 'MSANP' });
    }
    expect(resolve('PNUD')).toEqual({ state: 'ambiguous' });
    expect(resolve('UNICEF')).toEqual({ state: 'unknown' });
  });
});

describe('a header', () => {
  it.each([
    ['N°', 'number', '', '1', ''],
    ['Activités', 'title', '', '1', ''],
    ['ACTIONS PRIORITAIRES', 'title', '', '1', ''],
    ['Entité(s) responsable(s)', 'lead', '', '1', ''],
    ['Structures responsables', 'lead', '', '1', ''],
    ['Partenaires techniques et financiers (PTF)', 'supporters', '', '1', ''],
    ['Échéance', 'period', '', '1', ''],
    ['T1 2026', 'timeMark', '2026-T1', '1', ''],
    ['Budget (en milliers)', 'cost', '', '1000', ''],
    ["Coût 2026 (en milliers d'Ariary)", 'cost', '2026', '1000', 'MGA'],
    ['Coût estimatif en millions de FCFA', 'cost', '', '1000000', 'XOF'],
    ['Coût 2026 (MGA)', 'cost', '2026', '1', 'MGA'],
    ['Budget (MUSD)', 'cost', '', '1000000', ''],
    ['Budget (M USD) 2026', 'cost', '2026', '1000000', 'USD'],
    ['Budget (en M$) 2027', 'cost', '2027', '1000000', 'USD'],
    ['Budget M€', 'cost', '', '1000000', 'EUR'],
    ['Coût (k$)', 'cost', '', '1000', 'USD'],
    ['Coût 2026 (Md Ar)', 'cost', '2026', '1000000000', 'MGA'],
    ['Coût total 2027', 'cost', '2027', '1', ''],
    ['Total 2026', 'cost', '2026', '1', ''],
    ['Coût total 2026-2028', 'costTotal', '', '1', ''],
    ['Coût 2026–2028', 'cost', '', '1', ''],
    ['Costo 2026 (PEN)', 'cost', '2026', '1', 'PEN'],
    ['Cost 2027 (USD)', 'cost', '2027', '1', 'USD'],
    ['Coût total', 'costTotal', '', '1', ''],
    ['Source de financement', 'fundingSource', '', '1', ''],
    ['Source de vérification', 'verification', '', '1', ''],
    ['Financement acquis', 'fundingSecured', '', '1', ''],
    ['Gap à rechercher', 'fundingGap', '', '1', ''],
    ['Indicateurs de résultats', 'indicator', '', '1', ''],
    ['Cible 2027', 'target', '2027', '1', ''],
    ['Axe stratégique', 'axis', '', '1', ''],
    ['Eje estratégico', 'axis', '', '1', ''],
    ['Institución responsable', 'lead', '', '1', ''],
    ['Fecha de inicio', 'start', '', '1', ''],
    ['Means of verification', 'verification', '', '1', ''],
    ['Time frame', 'period', '', '1', ''],
    ['Observations', 'extra', '', '1', ''],
    ['Qualité du sol', 'extra', '', '1', ''],
  ])('%s is %s', (header, field, period, unit, currency) => {
    expect(readHeader([header])).toMatchObject({ field, period, unit, currency });
  });
});
