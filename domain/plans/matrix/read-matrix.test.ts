import { describe, expect, it } from 'vitest';
import type { InstitutionId } from '#domain/ids';
import { longSheet, malagasySheet, tableOf } from '#tests/factories/matrices';
import { type Cell, guessMapping, type KnownInstitution, readMatrix, type SourceTable } from './index';

const defaults = { currency: 'MGA', language: 'fr', year: 2026 } as const;

function institution(acronym: string, nameFr: string, nameEn = nameFr): KnownInstitution {
  return { id: `id-${acronym}` as InstitutionId, acronym, nameFr, nameEn, nameEs: nameEn };
}

const known = [
  institution('MSANP', 'Ministère de la Santé publique', 'Ministry of Public Health'),
  institution('MEF', "Ministère de l'Économie et des Finances"),
  institution(
    'MPPSPF',
    'Ministère de la Population, de la Protection sociale et de la Promotion de la femme',
  ),
  institution('OMS', 'Organisation mondiale de la Santé', 'World Health Organization'),
  institution('OIT', 'Organisation internationale du Travail'),
  institution('BM', 'Banque mondiale', 'World Bank'),
  institution('GIZ', 'Coopération allemande'),
  institution('CNSS', 'Caisse nationale de sécurité sociale'),
];

function read(source: SourceTable, change = {}) {
  const context = { institutions: known, reading: { language: 'fr', calendars: [] } } as const;
  const mapping = { ...guessMapping(source, defaults), ...change };
  return { mapping, reading: readMatrix(source, mapping, context) };
}

describe('a French matrix with merged cells, headings and totals', () => {
  const source: SourceTable = { kind: 'xlsx', sheets: [malagasySheet()] };
  const { mapping, reading } = read(source);
  const action = (number: string) => reading.actions.find((one) => one.number === number)!;
  const codesAt = (row: number) => reading.problems.filter((p) => p.row === row).map((p) => p.code);

  it('finds the two rows of the header under the title rows', () => {
    expect(mapping).toMatchObject({ headerRow: 3, headerRows: 2, currency: 'MGA', decimal: ',' });
  });

  it('guesses every column, the years and the thousands', () => {
    expect(mapping.columns.map(({ field, period, unit }) => [field, period, unit].join(' ').trim())).toEqual([
      'number  1',
      'title  1',
      'lead  1',
      'supporters  1',
      'period  1',
      'cost 2026 1000',
      'cost 2027 1000',
      'cost 2028 1000',
      'fundingSource  1',
      'fundingGap  1000',
      'indicator  1',
      'baseline  1',
      'target  1',
      'verification  1',
      'extra  1',
    ]);
  });

  it('makes objectives of the headings, one under the other', () => {
    expect(reading.objectives.map(({ level, title }) => [level, title])).toEqual([
      ['axis', 'AXE 1 : GOUVERNANCE ET CADRE LÉGAL'],
      ['objective', 'Objectif 1.1 : Renforcer le cadre juridique de la CSU'],
      ['objective', 'Objectif 1.2 : Améliorer la redevabilité'],
      ['axis', 'AXE 2 : FINANCEMENT DE LA SANTÉ'],
    ]);
    expect(reading.objectives[2]!.parentKey).toBe(reading.objectives[0]!.key);
    expect(action('2.1').objectiveKey).toBe(reading.objectives[3]!.key);
  });

  it('reads amounts in thousands exactly and a dash as nothing', () => {
    expect(action('1.1.1').costs).toEqual([
      { year: '2026', amount: '125000500', currency: 'MGA' },
      { year: '2027', amount: '80250000', currency: 'MGA' },
    ]);
  });

  it('keeps an amount that it cannot read as it was typed, and says so', () => {
    expect(action('2.1').costs).toContainEqual({ year: '2027', amount: 'à déterminer', currency: 'MGA' });
    expect(reading.problems).toContainEqual(
      expect.objectContaining({ code: 'amount_not_understood', row: 15, column: 6, kept: 'as_typed' }),
    );
  });

  it('splits and resolves the institutions of a cell', () => {
    expect(action('1.1.1').lead.institutionId).toBe('id-MSANP');
    expect(action('1.1.1').supporters.map((s) => s.institutionId)).toEqual(['id-MEF', 'id-OMS', 'id-OIT']);
    expect(action('1.1.2').lead.institutionId).toBe('id-MSANP');
    expect(action('1.1.2').supporters.map((s) => s.institutionId)).toEqual(['id-MEF', 'id-MPPSPF', 'id-GIZ']);
    expect(action('1.2.1').lead.institutionId).toBe('id-MSANP');
    expect(action('2.1').lead.institutionId).toBe('id-MEF');
  });

  it('lists each unknown institution once with its rows', () => {
    expect(reading.unresolved.map(({ name, rows }) => [name, rows])).toEqual([
      ['RPI', [9]],
      ['OSC', [12]],
      ['État', [15]],
      ['Fonds mondial', [15]],
      ['Association des mutuelles', [16]],
      ['Tous', [17]],
    ]);
  });

  it('reads ranges, quarters, lists of years and months', () => {
    const times = (number: string) => [action(number).start, action(number).end];
    expect(times('1.1.1')).toEqual(['2026', '2027']);
    expect(times('1.1.2')).toEqual(['2026-T1', '2026-T1']);
    expect(times('1.2.1')).toEqual(['2026', '2028']);
    expect(times('2.1')).toEqual(['2026-01', '2028-12']);
    expect(times('2.2')).toEqual(['Permanent', '']);
    expect(codesAt(17)).toContain('period_not_understood');
  });

  it('adds a row without a title of its own to the action above', () => {
    expect(action('2.1').rows).toEqual([15, 16]);
    expect(action('2.1').indicators.map(({ name }) => name)).toEqual([
      'Population couverte',
      'Dépenses directes',
    ]);
    expect(action('2.1').supporters.map(({ text }) => text)).toEqual(['MSANP', 'Association des mutuelles']);
  });

  it('checks totals and imports none', () => {
    expect(reading.actions).toHaveLength(5);
    expect(codesAt(13)).toEqual(['total_skipped', ...Array(4).fill('total_agrees')]);
    expect(reading.problems.filter((p) => p.code === 'total_differs')).toMatchObject([
      { row: 19, column: 7, details: { stated: '9999999000', computed: '2083000000' } },
    ]);
  });

  it('counts what it leaves out', () => {
    expect(reading.skipped).toEqual({ blank: 2, totals: 2, headers: 0, footnotes: 1 });
  });

  it('keeps the columns without a place under their header', () => {
    expect(action('2.2').extra).toEqual({ 'N°': '2.2', Observations: 'Priorité des régions du Sud' });
  });

  it('takes what a person chose for a name in all rows', () => {
    const chosen = read(source, { institutions: { osc: 'id-CNSS', rpi: '' } }).reading;
    expect(chosen.actions.find((one) => one.number === '1.2.1')!.supporters[0]!.institutionId).toBe(
      'id-CNSS',
    );
    expect(chosen.unresolved.map(({ name, choice }) => [name, choice]).slice(0, 3)).toEqual([
      ['RPI', ''],
      ['OSC', 'id-CNSS'],
      ['État', null],
    ]);
    const names = chosen.problems.filter((p) => p.code === 'institution_unresolved').map((p) => p.value);
    expect(names).toEqual(['État', 'Fonds mondial', 'Association des mutuelles', 'Tous']);
  });
});

describe('traps of real matrices', () => {
  it('spreads quarters marked under a year, also over merged cells', () => {
    const { mapping, reading } = read(
      tableOf(
        [
          ['Activités', 'Responsable', 'Chronogramme 2026', '', '', '', 'Coût 2026'],
          ['', '', 'T1', 'T2', 'T3', 'T4', ''],
          ['Former', 'MSANP', '', 'x', 'X', '', 10],
          ['Évaluer', 'MSANP', 'x', '', '', 'x', 20],
          ['Suivre', 'MSANP', 'x', '', '', '', 5],
        ],
        [{ top: 4, left: 2, bottom: 4, right: 5 }],
      ),
    );
    expect(mapping.columns.slice(2, 6).map((c) => [c.field, c.period])).toEqual([
      ['timeMark', '2026-T1'],
      ['timeMark', '2026-T2'],
      ['timeMark', '2026-T3'],
      ['timeMark', '2026-T4'],
    ]);
    expect(reading.actions.map(({ start, end }) => [start, end])).toEqual([
      ['2026-T2', '2026-T3'],
      ['2026-T1', '2026-T4'],
      ['2026-T1', '2026-T4'],
    ]);
    expect(reading.problems.map(({ code, row }) => [code, row])).toEqual([['quarter_gap', 4]]);
  });

  it('counts an amount merged over two actions once', () => {
    const { reading } = read(
      tableOf(
        [
          ['Activités', 'Responsable', 'Budget 2026'],
          ['A un', 'MSANP', 100],
          ['B deux', 'MEF', ''],
          ['Total', '', 100],
        ],
        [{ top: 1, left: 2, bottom: 2, right: 2 }],
      ),
    );
    expect(reading.actions.map(({ costs }) => costs.length)).toEqual([1, 0]);
    expect(reading.problems.map(({ code }) => code)).toEqual([
      'cost_merged',
      'total_skipped',
      'total_agrees',
    ]);
  });

  it('takes a total beside the years as a check', () => {
    const { reading } = read(
      tableOf([
        ['Activités', 'Coût 2026', 'Coût 2027', 'Coût total'],
        ['Former', 10, 20, 30],
        ['Suivre', 10, 20, 40],
      ]),
    );
    expect(reading.actions.map(({ costs }) => costs.length)).toEqual([2, 2]);
    expect(reading.problems.map(({ code, row }) => [code, row])).toEqual([['row_total_differs', 3]]);
  });

  it('refuses a row with values but no action, and skips a header repeated on the next page', () => {
    const { reading } = read(
      tableOf([
        ['Axe', 'Activités', 'Responsable', 'Coût 2026'],
        ['Axe A', '', 'MSANP', 10],
        ['Axe A', 'Former', 'MSANP', 10],
        ['Axe', 'Activités', 'Responsable', 'Coût 2026'],
        [1, 2, 3, 4],
        ['', 'Suivre', 'MEF', 20],
      ]),
    );
    expect(reading.problems.filter((p) => p.grade === 'error')).toMatchObject([
      { code: 'title_missing', row: 2 },
    ]);
    expect(reading.skipped.headers).toBe(2);
    expect(reading.actions.map(({ title, objectiveKey }) => [title, objectiveKey])).toEqual([
      ['Former', '>axis:axe a'],
      ['Suivre', '>axis:axe a'],
    ]);
  });

  it('reads a matrix without any header that it knows', () => {
    const { mapping } = read(
      tableOf([
        ['Quoi', 'Qui'],
        ['Former les agents de santé communautaires', 'MSANP'],
      ]),
    );
    expect(mapping.columns.map(({ field }) => field)).toEqual(['title', 'extra']);
  });

  it('names the formulas that failed', () => {
    const { reading } = read(
      tableOf([
        ['Activités', 'Coût 2026', 'Observations'],
        ['Former', '#REF!', '#N/A'],
      ]),
    );
    expect(reading.problems.map(({ code }) => code)).toEqual(['formula_error', 'formula_error']);
  });

  const head = ['N°', 'Activités', 'Responsable', 'Période', 'Coût 2026', 'Coût 2027'];
  const rows: Cell[][] = [
    [1, 'Former', 'MSANP', '2026', 100, 50],
    [2, 'Acheter', 'MEF', '2026', 200, 20],
  ];

  it.each([
    [['GRAND TOTAL (USD)', '', '', '', 300, 70]],
    [['Coût total du plan', '', '', '', 300, 70]],
    [['', 'Coût total du plan (Ar)', '', '', 300, 70]],
    [['', 'Montant total en Ariary', '', '', 999, 999]],
    [['', 'Budget total', '', '', 999, 70]],
    [['', 'Ensemble du plan', '', '', 300, 70]],
    [['', 'Costo total del plan (en millones)', '', '', 300, 70]],
    [['', '', '', 'TOTAL', 300, 70]],
    [['', 'Total Gouvernance', '', '', 300, 70]],
  ])('takes %j for a total and says so', (total) => {
    const { reading } = read(tableOf([head, ...rows, total]));
    expect(reading.actions.map(({ costs }) => costs.map(({ amount }) => amount))).toEqual([
      ['100', '50'],
      ['200', '20'],
    ]);
    expect(reading.skipped.totals).toBe(1);
    expect(reading.problems.filter(({ code }) => code === 'total_skipped')).toMatchObject([
      { row: 4, grade: 'note', value: total.find((cell) => cell !== '') },
    ]);
  });

  it('skips a total beside the name of its axis', () => {
    const { reading } = read(
      tableOf([
        ['Axe', 'Objectif', 'Activités', 'Responsable', 'Coût 2026'],
        ['Axe 1', 'Obj 1', 'Former', 'MSANP', 100],
        ['Axe 1', 'Obj 1', 'Acheter', 'MEF', 200],
        ['Axe 1', '', 'Total Axe 1', '', 300],
        ['Axe 2', 'Obj 2', 'Payer', 'MEF', 10],
        ['Axe 2', '', 'Sous-total', '', 10],
        ['', '', 'TOTAL', '', 310],
      ]),
    );
    expect(reading.actions.map(({ title }) => title)).toEqual(['Former', 'Acheter', 'Payer']);
    expect(reading.problems.filter(({ code }) => code === 'total_differs')).toEqual([]);
  });

  it('keeps an action whose title only begins like a total', () => {
    const title = 'Total sanitation campaign in 12 districts';
    const led = read(tableOf([head, ...rows, [3, title, 'MSANP', '2026', 7, 8]])).reading;
    expect(led.actions[2]).toMatchObject({ title, costs: [{ amount: '7' }, { amount: '8' }] });
    expect(led.problems.filter(({ code }) => code === 'looks_like_total')).toEqual([]);
    const bare = read(tableOf([head, ...rows, [3, title, '', '', 7, 8]])).reading;
    expect(bare.actions[2]).toMatchObject({ title });
    expect(bare.problems.map(({ code }) => code)).toContain('looks_like_total');
  });

  it('warns of a row whose amounts are the sum of those above', () => {
    const { reading } = read(tableOf([head, ...rows, ['', 'Plan 2026-2027', '', '', 300, 70]]));
    expect(reading.problems).toContainEqual(
      expect.objectContaining({ code: 'looks_like_total', grade: 'warning', row: 4, kept: 'counted' }),
    );
  });

  it('takes an amount merged over the years once, without a year', () => {
    const { reading } = read(
      tableOf(
        [
          ['N°', 'Activités', 'Période', 'Coût 2026', 'Coût 2027', 'Coût 2028'],
          [1, 'Former', '2026', 300, '', ''],
          [2, 'Acheter', '2026', 200, 0, 5],
        ],
        [{ top: 1, left: 3, bottom: 1, right: 5 }],
      ),
    );
    expect(reading.actions[0]!.costs).toMatchObject([{ year: '', amount: '300' }]);
    expect(reading.problems).toMatchObject([{ code: 'cost_over_years', grade: 'warning', row: 2 }]);
  });

  it.each([
    ['merged across', [1, 3]],
    ['in one cell', []],
  ])('reads numbered headings, %s', (_name, merged) => {
    const { reading } = read(
      tableOf(
        [
          ['N°', 'Activités', 'Responsable', 'Partenaires', 'Coût 2026'],
          [1, 'AXE 1 : GOUVERNANCE', '', '', ''],
          ['1.1', 'Former', 'MSANP', 'OMS', 100],
          [2, 'Axe 2 : Financement', '', '', ''],
          ['2.1', 'Programme de formation des agents', '', '', ''],
        ],
        merged.map((top) => ({ top, left: 1, bottom: top, right: 4 })),
      ),
    );
    expect(reading.objectives.map(({ level, title }) => [level, title])).toEqual([
      ['axis', 'AXE 1 : GOUVERNANCE'],
      ['axis', 'Axe 2 : Financement'],
    ]);
    expect(reading.actions.map(({ title, objectiveKey, lead }) => [title, objectiveKey, lead.text])).toEqual([
      ['Former', '>axis:axe 1 gouvernance', 'MSANP'],
      ['Programme de formation des agents', '>axis:axe 2 financement', ''],
    ]);
  });

  it('takes a title merged over its description once, and a period over start and end for both', () => {
    const { reading } = read(
      tableOf(
        [
          ['N°', 'Activités', 'Description', 'Responsable', 'Début', 'Fin'],
          [1, 'Former les agents', '', 'MSANP', '2026–2028', ''],
          [2, 'Acheter', 'des kits', 'MEF', '2026', '2027'],
        ],
        [
          { top: 1, left: 1, bottom: 1, right: 2 },
          { top: 1, left: 4, bottom: 1, right: 5 },
        ],
      ),
    );
    expect(reading.actions[0]).toMatchObject({
      title: 'Former les agents',
      description: '',
      start: '2026',
      end: '2028',
    });
  });

  it('counts the total of each year, and warns of numbers that count nowhere', () => {
    const { reading } = read(
      tableOf([
        ['N°', 'Activités', 'Coût total 2026', 'Coût total 2027', 'Total 2028', 'Valorisation'],
        [1, 'Former', 100, 50, 25, 7000],
        [2, 'Acheter', 200, 20, 5, 8000],
      ]),
    );
    expect(reading.actions[0]!.costs.map(({ year, amount }) => [year, amount])).toEqual([
      ['2026', '100'],
      ['2027', '50'],
      ['2028', '25'],
    ]);
    expect(reading.problems).toMatchObject([{ code: 'numbers_not_counted', row: 1, column: 5 }]);
  });

  it('reads 1,000 rows', () => {
    const { reading } = read({ kind: 'xlsx', sheets: [longSheet(1000)] });
    expect(reading.actions).toHaveLength(1000);
    expect(reading.objectives).toHaveLength(60);
  });
});
