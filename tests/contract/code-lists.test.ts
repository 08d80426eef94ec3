import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeListNames } from '#domain/code-lists';
import { makeCodeList } from '#domain/code-lists/code-list';
import { lists as shipped } from '../../scripts/code-lists/lists.mjs';
import { refreshLists } from '../../scripts/code-lists/refresh.mjs';

const lists = [['Colour', 'colours']];
let folder: string;
let target: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-lists-'));
  target = join(folder, 'written');
  mkdirSync(join(folder, 'xml', 'nested'), { recursive: true });
  mkdirSync(target);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refresh(items: string, head = '<codelist name="Colour" xml:lang="en">') {
  const xml = `${head}<codelist-items>${items}</codelist-items></codelist>`;
  writeFileSync(join(folder, 'xml', 'nested', 'Colour.xml'), xml);
  return refreshLists({ folder: join(folder, 'xml'), target, lists });
}

function item(code: string, name: string, { french = '', status = 'active', category = '' } = {}) {
  const narrative = french && `<narrative xml:lang="fr">${french}</narrative>`;
  return `<codelist-item status="${status}"><code>${code}</code><name><narrative>${name}</narrative>${narrative}</name>
    <description><narrative>Not a name</narrative></description><category>${category}</category></codelist-item>`;
}

function written(): string {
  return readFileSync(join(target, 'colours.ts'), 'utf8');
}

describe('refreshing the code lists', () => {
  it('writes what the product reads: names by language, category, withdrawn', () => {
    refresh(
      item('2', `Red &amp;\n  \`scarlet\` \${x}`, { french: 'Rouge', category: '7' }) + item('10', 'Blue'),
    );
    const body = new Function(written().replace('export default', 'return'))() as string;
    const [red, blue] = makeCodeList(body).entries;
    const names = { en: `Red & \`scarlet\` \${x}`, fr: 'Rouge' };
    expect(red).toEqual({ code: '2', names, category: '7', isWithdrawn: false });
    expect(blue).toEqual({ code: '10', names: { en: 'Blue' }, category: null, isWithdrawn: false });
  });

  it('says what was added, renamed, moved, withdrawn and removed, and nothing the second time', () => {
    refresh(item('1', 'Red') + item('2', 'Blue', { category: 'a' }) + item('3', 'Green') + item('4', 'Grey'));
    const after =
      item('5', 'White') +
      item('1', 'Crimson') +
      item('2', 'Blue', { category: 'b', french: 'Bleu' }) +
      item('3', 'Green', { status: 'withdrawn' });
    expect(refresh(after)).toEqual([
      'colours: added 5 White',
      'colours: renamed 1 (en) "Red" -> "Crimson"',
      'colours: renamed 2 (fr) "" -> "Bleu"',
      'colours: moved 2 from category a to b',
      'colours: withdrawn 3 Green',
      'colours: removed 4 Grey',
      '1 lists, 4 codes, 6 changes.',
    ]);
    const before = written();
    expect(refresh(after)).toEqual(['1 lists, 4 codes, 0 changes.']);
    expect(written()).toBe(before);
  });

  it('writes the same whatever the order of the items', () => {
    refresh(item('1', 'Red') + item('2', 'Blue'));
    const before = written();
    refresh(item('2', 'Blue') + item('1', 'Red'));
    expect(written()).toBe(before);
  });

  it('refuses what is no code list, is cut short or names a code twice, and leaves the files alone', () => {
    refresh(item('1', 'Red'));
    const before = written();
    expect(() => refresh(item('1', 'Red') + item('1', 'Blue'))).toThrow('the code 1 stands there twice');
    expect(() => refresh('', '<codelist name="Colour">')).toThrow('has no items');
    expect(() => refresh(item('1', ''))).toThrow('no English name');
    expect(() => refresh('', '<html>')).toThrow('is not an IATI code list');
    rmSync(join(folder, 'xml', 'nested', 'Colour.xml'));
    expect(() => refreshLists({ folder: join(folder, 'xml'), target, lists })).toThrow('Colour.xml');
    expect(written()).toBe(before);
  });

  it('ships every list that the product can load, and no other', () => {
    const files = readdirSync('domain/code-lists/data').map((file) => file.replace('.ts', ''));
    expect(files.sort()).toEqual([...codeListNames].sort());
    expect(shipped.map(([, name]) => name).sort()).toEqual([...codeListNames].sort());
  });
});
