import { describe, expect, it } from 'vitest';
import { codeListNames, loadCodeList } from '.';

async function codesFound(
  list: (typeof codeListNames)[number],
  text: string,
  language: 'en' | 'fr' | 'es' = 'en',
) {
  return (await loadCodeList(list)).search({ text, language }).map(({ code }) => code);
}

describe('code lists', () => {
  it.each(codeListNames)('%s have an English name for each code, and no code twice', async (name) => {
    const { entries } = await loadCodeList(name);
    expect(entries.length).toBeGreaterThan(1);
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    for (const entry of entries) expect(entry.names.en).toMatch(/\S/);
  });

  // As published: B021 refines B02, an aid type itself, and the category of 451 is on no list.
  it.each([
    ['sectors', 'sector-categories', []],
    ['aid-types', 'aid-type-categories', ['B021', 'B022', 'B031', 'B032', 'B033']],
    ['finance-types', 'finance-type-categories', ['451']],
  ] as const)(
    '%s belong to %s that are listed, but for those published otherwise',
    async (name, categories, but) => {
      const [list, known] = [await loadCodeList(name), await loadCodeList(categories)];
      const orphans = list.entries.filter(({ category }) => !category || !known.find(category));
      expect(orphans.map(({ code }) => code)).toEqual(but);
    },
  );

  it('give a code its names, category and whether it is withdrawn', async () => {
    const sectors = await loadCodeList('sectors');
    expect(sectors.find('12110')).toEqual({
      code: '12110',
      names: {
        en: 'Health policy and administrative management',
        fr: 'Politique de la santé et gestion administrative',
      },
      category: '121',
      isWithdrawn: false,
    });
    expect(sectors.find('99')).toBeNull();
    expect((await loadCodeList('currencies')).find('ZMK')?.isWithdrawn).toBe(true);
  });

  it('name a code in the language asked for, else in English, else by itself', async () => {
    const sectors = await loadCodeList('sectors');
    expect(sectors.nameOf('12110', 'fr')).toBe('Politique de la santé et gestion administrative');
    expect(sectors.nameOf('12110', 'es')).toBe('Health policy and administrative management');
    expect(sectors.nameOf('99', 'fr')).toBe('99');
    expect((await loadCodeList('countries')).nameOf('BR', 'fr')).toBe('Brésil');
    expect((await loadCodeList('currencies')).nameOf('KES', 'es')).toMatch(/^chelín/);
  });

  it('are searched without regard to accents and capitals, in the language or English', async () => {
    expect(await codesFound('countries', 'bresil', 'fr')).toEqual(['BR']);
    expect(await codesFound('countries', 'brazil', 'fr')).toEqual(['BR']);
    expect(await codesFound('sectors', 'SANTE gestion politique', 'fr')).toContain('12110');
  });

  it('put codes and names that begin as typed first', async () => {
    expect((await codesFound('countries', 'ma'))[0]).toBe('MA');
    expect((await codesFound('sectors', '121')).slice(0, 3)).toEqual(['12110', '12181', '12182']);
    expect((await codesFound('sectors', 'basic health'))[0]).toBe('12220');
  });

  it('offer withdrawn codes only when asked', async () => {
    const currencies = await loadCodeList('currencies');
    const wanted = { text: 'ZMK', language: 'en' } as const;
    expect(currencies.search(wanted)).toEqual([]);
    expect(currencies.search({ ...wanted, withWithdrawn: true })).toHaveLength(1);
  });
});
