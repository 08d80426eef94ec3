import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { malagasySheet, pastedRows } from '#tests/factories/matrices';
import { sheetXml, windows1252, workbookParts, xlsxOf, zipOf } from '#tests/factories/matrix-files';
import { fileKindOf } from './file-kind';
import { limitTable } from './limit-table';
import { readCsv, readPaste } from './read-text';
import { readWorkbook } from './read-workbook';
import { writeText, writeWorkbook } from './write-files';

function row(number: number, cells: string): string {
  return `<row r="${number}">${cells}</row>`;
}

function inline(ref: string, text: string): string {
  return `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

describe('a workbook', () => {
  it('gives texts, numbers and merged regions as they stand', async () => {
    const sheet = malagasySheet();
    const { sheets } = limitTable(await readWorkbook(await xlsxOf(sheet)));
    expect(sheets[0]!.rows[7]!.slice(0, 6)).toEqual(sheet.rows[7]!.slice(0, 6));
    expect(sheets[0]!.rows[4]![5]).toBe(2026);
    expect(sheets[0]!.merges).toHaveLength(sheet.merges.length);
  });

  it('gives the last results of formulas, ISO dates, percentages and marks', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [[new Date(Date.UTC(2026, 2, 31)), 0.25, true, 0.1 + 0.2, null]],
          cells: new Map([
            ['0,1', { value: 0.25, style: { numFmt: '0%' } }],
            ['0,4', { formula: 'SUM(A1:B1)', formulaResult: 42 }],
          ]),
        },
        { name: 'Listes', hidden: true, rows: [['MSANP']] },
      ],
    });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['A', [['2026-03-31', '25 %', 'x', 0.3, 42]]],
    ]);
  });

  it('whose part inflates beyond the limit is refused, whatever it says of its size', async () => {
    const bomb = Buffer.alloc(200 * 1024 * 1024, 0x20);
    const parts = workbookParts(sheetXml(''));
    const bytes = zipOf([...parts, { name: 'xl/media/bomb.xml', content: bomb, declaredBytes: 10 }]);
    expect(bytes.length).toBeLessThan(1024 * 1024);
    await expect(readWorkbook(bytes)).rejects.toMatchObject({
      code: 'too_large',
      details: { reason: 'inflated' },
    });
  });

  it('with a document type is refused, so that no entity can explode', async () => {
    const entities =
      '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    const bytes = zipOf(workbookParts(sheetXml(''), entities));
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ details: { reason: 'hostile' } });
  });

  it('that was cut off is refused as damaged', async () => {
    const whole = await xlsxOf(malagasySheet());
    for (const part of [0.3, 0.9, 0.99]) {
      const cut = whole.slice(0, Math.floor(whole.length * part));
      await expect(readWorkbook(cut)).rejects.toMatchObject({
        code: 'unsupported_file',
        details: { reason: 'damaged' },
      });
    }
  });

  it('with a cell in the furthest corner costs no more than its limits', async () => {
    const xml = sheetXml(row(1, inline('A1', 'Activités')) + row(1048576, inline('XFD1048576', 'far')));
    const { sheets } = limitTable(await readWorkbook(zipOf(workbookParts(xml))));
    expect(sheets[0]!.rows).toEqual([['Activités']]);
  });

  it('with too many rows or columns is refused with the limit', async () => {
    const long = Array.from({ length: 5001 }, (_, n) => [`Action ${n}`]);
    const wide = [Array.from({ length: 101 }, (_, n) => `C${n}`)];
    const tableOf = async (rows: string[][]) =>
      limitTable(await readWorkbook(await xlsxOf({ name: 'A', rows, merges: [] })));
    await expect(tableOf(long)).rejects.toMatchObject({
      code: 'too_large',
      details: { reason: 'rows', limit: 5000 },
    });
    await expect(tableOf(wide)).rejects.toMatchObject({
      code: 'too_large',
      details: { reason: 'columns', limit: 100 },
    });
  });

  it('without anything in it is refused as empty', async () => {
    const empty = readWorkbook(await xlsxOf({ name: 'A', rows: [[]], merges: [] })).then(limitTable);
    await expect(empty).rejects.toMatchObject({ details: { reason: 'empty' } });
  });

  it('keeps no NUL and no half characters', async () => {
    const table = limitTable(readPaste('Activit\0és\tB\ud800\n'));
    expect(table.sheets[0]!.rows).toEqual([['Activités', 'B\ufffd']]);
  });
});

describe('a file that is no workbook', () => {
  const reasonOf = async (bytes: Uint8Array) => {
    try {
      if (fileKindOf(bytes) === 'zip') await readWorkbook(bytes);
      return 'read';
    } catch (error) {
      return (error as { details: { reason: string } }).details.reason;
    }
  };
  const part = (name: string) => ({ name, content: Buffer.from('x') });

  it.each([
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'old_excel'],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'protected',
    ],
    ['a web page named .xlsx', Buffer.from('  <!DOCTYPE html><html><table>'), 'web_page'],
    ['an XML spreadsheet', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'web_page'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['an .ods', zipOf([part('mimetype'), part('content.xml')]), 'open_document'],
    ['an .xlsb', zipOf([part('[Content_Types].xml'), part('xl/workbook.bin')]), 'binary_excel'],
    ['a .docx', zipOf([part('[Content_Types].xml'), part('word/document.xml')]), 'document'],
    ['another zip', zipOf([part('readme.txt')]), 'unknown'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'unknown'],
    ['nothing', Buffer.alloc(0), 'empty'],
  ])('%s is refused by name', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });
});

describe('text', () => {
  it('in Windows-1252 with semicolons keeps its accents', () => {
    const bytes = windows1252('Activités;Échéance;Coût\r\nÉtude de l’offre – été;2026;1 250,50\r\n');
    expect(readCsv(bytes, 'a.csv').sheets[0]!.rows).toEqual([
      ['Activités', 'Échéance', 'Coût'],
      ['Étude de l’offre – été', '2026', '1 250,50'],
    ]);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffActivité,Coût\nA,"1,5"\n')],
    ['UTF-16', Buffer.from('\ufeffActivité\tCoût\nA\t1,5\n', 'utf16le')],
    ['a line that names its separator', Buffer.from('sep=;\nActivité;Coût\nA;1,5\n')],
    ['tabs', Buffer.from('Activité\tCoût\nA\t1,5\n')],
  ])('in %s is read', (_, bytes) => {
    expect(readCsv(bytes, '').sheets[0]!.rows).toEqual([
      ['Activité', 'Coût'],
      ['A', '1,5'],
    ]);
  });

  it('pasted from a spreadsheet keeps line breaks inside a cell', () => {
    const { rows } = readPaste(pastedRows).sheets[0]!;
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual(['Créer un comité\nnational de la CSU', 'MSANP', '31/12/2026', '1.250.000,75']);
  });

  it('with a quote that never closes loses no line', () => {
    expect(readPaste('A\tB\n"C\tD\nE\tF').sheets[0]!.rows.flat().join(' ')).toContain('E');
  });
});

describe('a plan written for a spreadsheet', () => {
  const hostile = ['=1+1', "-2+3+cmd|' /C calc'!A0", '- un point', '@x', "l'État", '-5'];

  it('holds no formula as CSV, and comes back as it was', () => {
    const text = writeText([['A', 'B', 'C', 'D', 'E', 'F'], hostile]);
    expect(text).not.toMatch(/(^|;|\n)"?[=@]|;"?-[^5]/);
    expect(readCsv(Buffer.from(text), 'a.csv').sheets[0]?.rows[1]).toEqual(hostile);
  });

  it('holds no formula as a workbook, and comes back as it was', async () => {
    const bytes = await writeWorkbook('A', [['A', 'B', 'C', 'D', 'E', 'F'], hostile]);
    expect((await readWorkbook(bytes)).sheets[0]?.rows[1]).toEqual(hostile);
  });
});
