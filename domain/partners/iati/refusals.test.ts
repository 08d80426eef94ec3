import { describe, expect, it } from 'vitest';
import { activityFile, chunksOf, transactionText } from '#tests/factories/iati';
import { checkIati } from './check';
import { defaultIatiLimits } from './limits';

async function refusal(text: string | Uint8Array, limits = {}) {
  const checked = await checkIati(chunksOf(text, 1024), { limits: { ...defaultIatiLimits, ...limits } });
  expect(checked).not.toHaveProperty('summary');
  const { code, line, column, details } = checked.listed.at(-1) ?? {};
  return { state: checked.state, code, line, column, details };
}

const sound = activityFile(transactionText({}));

describe('a file is refused, and nothing of it is summed,', () => {
  it.each([
    ['empty_file', ''],
    ['truncated', sound.slice(0, -30)],
    ['truncated', sound.slice(0, 20)],
    ['malformed', sound.replace('</title>', '</tilte>')],
    ['malformed', sound.replace('Clinics', '&euro;')],
    ['malformed', `${sound}<more/>`],
    ['malformed', activityFile('<sector code="12220" code="12230"/>')],
    ['malformed', activityFile('<unknown><within a="1" b="" a="2"/></unknown>')],
    ['malformed', activityFile(`<sector ${'abcdefghijklmnopqrst'.replace(/./g, '$&="1" ')} t="2"/>`)],
    ['malformed', 'activities;transactions\n1;2'],
    ['not_iati', '<html><body/></html>'],
    ['not_iati', '<iati-activity version="2.03"/>'],
    ['not_iati', '<iati-activities xmlns="urn:other" version="2.03"/>'],
    ['version_missing', '<iati-activities/>'],
    ['version_1', '<iati-activities version="1.05"/>'],
    ['version_unknown', '<iati-activities version="3.01"/>'],
    ['doctype_refused', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${sound.slice(38)}`],
    [
      'doctype_refused',
      '<!DOCTYPE iati-activities SYSTEM "file:///etc/passwd"><iati-activities version="2.03"/>',
    ],
    ['encoding_unknown', '<?xml version="1.0" encoding="klingon"?><iati-activities version="2.03"/>'],
  ])('as %s: %s', async (code, text) => {
    expect(await refusal(text)).toMatchObject({ state: 'refused', code });
  });

  it('with the line and the column where it broke', async () => {
    expect(await refusal(sound.replace('</title>', '</tilte>'))).toMatchObject({ line: 6, column: 91 });
  });

  it.each([
    ['and the file goes on', ''],
    ['and a semicolon comes later', '\n<title><narrative>a; b</narrative></title>'],
    ['and a proper reference comes later', '\n<title><narrative>a &amp; b</narrative></title>'],
  ])('where a bare ampersand stands, %s', async (_, more) => {
    const bare = activityFile(`<description><narrative>\nWater & Health</narrative></description>${more}`);
    expect(await refusal(bare)).toMatchObject({ code: 'ampersand_bare', line: 10, column: 7 });
  });

  it('where it was cut off, though an ampersand stands before, in an attribute or a CDATA section', async () => {
    const text = activityFile('<description><narrative><![CDATA[A & B]]></narrative></description>');
    expect(await refusal(text.slice(0, -30))).toMatchObject({ code: 'truncated' });
    expect(await refusal(text.slice(0, text.indexOf(']]>')))).toMatchObject({ code: 'truncated' });
    expect(await refusal(activityFile('<description type="a & b"/>'))).toMatchObject({ line: 9 });
  });

  it('when an element, a text, a record or the whole is beyond its limit', async () => {
    const deep = activityFile('<a>'.repeat(100) + '</a>'.repeat(100));
    expect(await refusal(deep)).toMatchObject({ code: 'too_deep' });
    const long = activityFile(`<!--${'x'.repeat(20_000)}-->`);
    expect(await refusal(long, { tokenBytes: 10_000 })).toMatchObject({ code: 'token_too_large' });
    const wide = activityFile(transactionText({}).repeat(200));
    expect(await refusal(wide, { recordElements: 500 })).toMatchObject({ code: 'record_too_large' });
    expect(await refusal(wide, { recordCharacters: 500 })).toMatchObject({ code: 'record_too_large' });
    expect(await refusal(wide, { fileBytes: 5_000 })).toMatchObject({ code: 'file_too_large' });
  });

  it('when its bytes are not in the encoding that it names', async () => {
    const latin = Buffer.from(sound.replace('Clinics', 'Santé'), 'latin1');
    expect(await refusal(latin)).toMatchObject({ code: 'not_decodable', details: { encoding: 'utf-8' } });
  });
});
