import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { malagasySheet, tableOf } from '#tests/factories/matrices';
import { languages } from '../../languages';
import { readPlan } from '../read';
import { readBlock, readCertainty, readTheme } from './choice-words';
import { guessMapping, readMatrix, type TableWords, writeIntoPlan, writeTable } from './index';

const catalogues = import.meta.glob<{ default: Record<string, Record<string, string>> }>(
  '../../../app/i18n/catalogues/*/{import,plans}.json',
  { eager: true },
);

function wordsIn(language: string): TableWords {
  const read = (file: string, group: string, key: string) =>
    catalogues[`../../../app/i18n/catalogues/${language}/${file}.json`]!.default[group]![key]!;
  return {
    header: (field) => read('import', 'header', field),
    block: (code) => read('plans', 'block', code),
    theme: (code) => read('plans', 'theme', code),
    certainty: (code) => read('import', 'certaintyWord', code),
    institution: ({ text }) => text,
    cost: (year, currency) => `${read('import', 'header', 'cost')} ${year} (${currency})`,
  };
}

function planFrom(source: Parameters<typeof guessMapping>[0]) {
  const reading = { language: 'fr', calendars: [] } as const;
  const mapping = guessMapping(source, { currency: 'MGA', language: 'fr', year: 2026 });
  const doc = new Y.Doc();
  let count = 0;
  const newId = () => `id-${String(count++).padStart(5, '0')}`;
  writeIntoPlan(doc, readMatrix(source, mapping, { institutions: [], reading }), {
    mode: 'add',
    mark: 'm',
    newId,
  });
  return readPlan(doc);
}

const comparable = (plan: ReturnType<typeof planFrom>) =>
  plan.actions.map(
    ({ id: _i, order: _o, objectiveId: _p, supporters, costs, funding, indicators, ...action }) => ({
      ...action,
      supporters: supporters.map(({ text }) => text),
      costs: costs.map(({ year, amount, currency }) => [year, amount, currency]),
      funding: funding.map(({ text, amount, currency, certainty }) => [text, amount, currency, certainty]),
      indicators: indicators.map(({ name, baseline, target, source }) => [name, baseline, target, source]),
    }),
  );

describe.each(languages)('a plan exported in %s', (language) => {
  const words = wordsIn(language);

  it('is read back the same', () => {
    const plan = planFrom({ kind: 'xlsx', sheets: [malagasySheet()] });
    const again = planFrom(tableOf(writeTable(plan, { language: 'fr', calendars: [] }, words)));
    expect(comparable(again)).toEqual(comparable(plan));
    expect(again.objectives.map(({ level, title }) => [level, title])).toEqual(
      plan.objectives.map(({ level, title }) => [level, title]),
    );
  });

  it('names blocks, themes and certainties as the import reads them', () => {
    const { block, theme } = catalogues[`../../../app/i18n/catalogues/${language}/plans.json`]!.default;
    const misread = [
      ...Object.entries(block!).filter(([code, label]) => code !== 'none' && readBlock(label) !== code),
      ...Object.entries(theme!).filter(([code, label]) => readTheme(label) !== code),
      ...(['secured', 'partly', 'to_mobilise'] as const).filter(
        (code) => readCertainty(words.certainty(code)) !== code,
      ),
    ];
    expect(misread).toEqual([]);
  });
});
