import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { tableWords } from '#app/features/plan-imports/table-words.server';
import type { ActionId, InstitutionId, ObjectiveId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { type Language, languages } from '#domain/languages';
import {
  addAction,
  addLine,
  addObjective,
  blocks,
  certainties,
  readPlan,
  setExtra,
  setTheme,
} from '#domain/plans';
import {
  type Cell,
  guessMapping,
  type KnownInstitution,
  type MatrixMapping,
  readMatrix,
  type SourceTable,
  writeIntoPlan,
  writeTable,
} from '#domain/plans/matrix';
import { themes } from '#domain/themes';
import { limitTable } from './limit-table';
import { readCsv } from './read-text';
import { readWorkbook } from './read-workbook';
import { writeText, writeWorkbook } from './write-files';

const julyToJune = [{ startMonth: 7, startDay: 1, appliesFrom: '2000-07-01' }];

const labels = [
  label('i1', 'MSANP', 'Ministère de la Santé publique'),
  label('i2', 'OMS', 'Organisation mondiale de la Santé'),
  label('i3', 'PNUD', 'Programme des Nations unies – Développement'),
  label('i4', 'PNUD', 'Programme national / Unité de district'),
  label('i5', '', "Ministère de l'Économie, des Finances et du Budget"),
];

function label(id: string, acronym: string, name: string): InstitutionLabel<InstitutionId> {
  return { id: id as InstitutionId, kind: 'ministry', acronym, names: { en: name, fr: name, es: name } };
}

const known: KnownInstitution[] = labels.map(({ id, acronym, names }) => ({
  id,
  acronym,
  nameEn: names.en,
  nameFr: names.fr,
  nameEs: names.es,
}));

const text = fc.oneof(
  fc.constantFrom(
    '',
    'Former les agents de santé',
    'Total',
    'TOTAL GÉNÉRAL',
    'Total des actions',
    'Axe 1 : Gouvernance',
    'Objectif 2',
    'Source : enquête',
    'Santé\u202f: « agir »',
    ' deux  espaces\nligne ; "guillemets"',
    '=SOMME(A1:A2)',
    "'- un point",
    '- un\n- deux',
    '12.125',
    '2026',
    'n/a',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const year = fc.constantFrom(
  '',
  '2026',
  '2027',
  'FY 2026',
  '2026/27',
  '2025-26',
  '2026-2028',
  'an 1',
  'T1 2026',
);
const currency = fc.constantFrom('', 'MGA', 'USD', 'usd', 'PEN', 'Ariary', 'XXL');
const amount = fc.oneof(
  fc.nat({ max: 5_000_000 }).map(String),
  fc.constantFrom(
    ...['', '0', '1 250 000,50', '12,5', '12.125', '12,125', '1,234.5', '0.1', '0.2', '-5', '-', 'PM'],
    ...['à déterminer', '2,5 millions', '1,5 milliard Ar', 'USD 500', '500 €', '20 000 + 5 000', '15%'],
    ...['12345678901234567,89', '1234567890123.456', '0.0000001'],
  ),
);
const institution = fc.oneof(
  fc.constantFrom(...labels.map(({ id }) => ({ institutionId: id as InstitutionId | null, text: '' }))),
  fc
    .constantFrom(
      '',
      'RPI',
      'RPI / OSC',
      'État, Fonds mondial',
      'Tous les districts – CSB',
      'Secteur privé et ONG',
      '—',
    )
    .map((name) => ({ institutionId: null, text: name })),
);
const period = fc.constantFrom(
  ...[
    '',
    '2026',
    'T1 2026',
    '2026-T1',
    'mars - juin 2026',
    '03/04/2026',
    '2025-26',
    'Permanent',
    '2026-03',
    '-',
  ],
);

const cost = fc.record({ year, amount, currency });
const funding = fc
  .record({ ref: institution, year, amount, currency, certainty: fc.constantFrom(...certainties) })
  .map(({ ref, ...line }) => ({ ...ref, ...line }));
const indicator = fc.record({ name: text, baseline: text, target: text, year, source: text });
const header = fc.constantFrom(
  ...[
    'Observations',
    'N°',
    'Coût total',
    'Coût 2027',
    'Total 2026',
    'Responsable 2',
    'Bloc',
    'T1 2026',
    'Note',
  ],
  ...['Autre colonne: Note', 'constructor'],
);
const action = fc.record({
  title: text,
  description: text,
  lead: institution,
  block: fc.constantFrom('', ...blocks),
  start: period,
  end: period,
  objective: fc.constantFrom(null, 0, 1, 2, 3, 4, 5),
  themes: fc.subarray([...themes], { maxLength: 3 }),
  supporters: fc.array(institution, { maxLength: 3 }),
  costs: fc.array(cost, { maxLength: 4 }),
  funding: fc.array(funding, { maxLength: 4 }),
  indicators: fc.array(indicator, { maxLength: 3 }),
  extra: fc.dictionary(header, text, { maxKeys: 4 }),
});
type RandomAction = typeof action extends fc.Arbitrary<infer T> ? T : never;

const objectives = [
  { level: 'orientation', parent: null, title: 'Impact' },
  { level: 'axis', parent: 0, title: 'Axe 1 : Gouvernance' },
  { level: 'objective', parent: 1, title: 'Objectif commun' },
  { level: 'axis', parent: 0, title: 'Financement' },
  { level: 'objective', parent: 3, title: 'Objectif commun' },
  { level: 'objective', parent: 3, title: 'Objectif  commun ' },
] as const;

function planOf(actions: readonly RandomAction[]): { doc: Y.Doc; newId: () => string } {
  const doc = new Y.Doc();
  let count = 0;
  const newId = () => `0190aaaa-0000-7000-8000-${String(count++).padStart(12, '0')}`;
  const ids = objectives.map(() => newId() as ObjectiveId);
  for (const [index, { level, parent, title }] of objectives.entries()) {
    const parentId = parent === null ? null : (ids[parent] ?? null);
    addObjective(doc, { id: ids[index]!, level, parentId, title });
  }
  for (const {
    objective,
    themes: codes,
    extra,
    supporters,
    costs,
    funding,
    indicators,
    ...fields
  } of actions) {
    const id = newId() as ActionId;
    const objectiveId = objective === null ? null : (ids[objective] ?? null);
    addAction(doc, { id, objectiveId, ...fields });
    for (const code of codes) setTheme(doc, id, code, true);
    for (const [key, value] of Object.entries(extra)) setExtra(doc, id, key, value);
    for (const line of supporters) addLine(doc, id, 'supporters', { id: newId(), ...line });
    for (const line of costs) addLine(doc, id, 'costs', { id: newId(), ...line });
    for (const line of funding) addLine(doc, id, 'funding', { id: newId(), ...line });
    for (const line of indicators) addLine(doc, id, 'indicators', { id: newId(), ...line });
  }
  return { doc, newId };
}

const files: Record<'csv' | 'xlsx', (rows: Cell[][]) => Promise<SourceTable>> = {
  csv: async (rows) => limitTable(readCsv(Buffer.from(writeText(rows)), 'plan.csv')),
  xlsx: async (rows) => limitTable(await readWorkbook(await writeWorkbook('Plan', rows))),
};

describe.each(['csv', 'xlsx'] as const)('an export as %s that is imported again to update the plan', (as) => {
  it.each(languages)('changes nothing, with the words of %s', async (language) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { maxLength: 4 }),
        fc.constantFrom(...languages),
        fc.boolean(),
        async (actions, planLanguage, isFiscal) => {
          const { doc, newId } = planOf(actions);
          const before = readPlan(doc);
          const reading = { language: planLanguage, calendars: isFiscal ? julyToJune : [] };
          const source = await files[as](writeTable(before, reading, tableWords(language, labels)));
          update(doc, source, { planLanguage, isFiscal, newId });
          expect(readPlan(doc)).toEqual(before);
        },
      ),
      { numRuns: as === 'csv' ? 60 : 20 },
    );
  });
});

function update(
  doc: Y.Doc,
  source: SourceTable,
  { planLanguage, isFiscal, newId }: { planLanguage: Language; isFiscal: boolean; newId: () => string },
) {
  const calendars = isFiscal ? julyToJune : [];
  const defaults = { currency: 'MGA', language: planLanguage, year: 2026 };
  const mapping: MatrixMapping = { ...guessMapping(source, defaults), mode: 'update' };
  const read = readMatrix(source, mapping, {
    institutions: known,
    reading: { language: planLanguage, calendars },
  });
  writeIntoPlan(doc, read, { mode: 'update', mark: 'm', newId });
  return read;
}
