import { describe, expect, it } from 'vitest';
import { activityFile, chunksOf } from '#tests/factories/iati';
import { readIati } from './read';
import type { Activity } from './types';

async function activityOf(file: string | Uint8Array, size?: number): Promise<Activity> {
  for await (const event of readIati(chunksOf(file, size))) {
    if (event.kind === 'refused') throw new Error(JSON.stringify(event.problem));
    if (event.kind === 'activity') return event.activity;
  }
  throw new Error('No activity.');
}

const everything = `
<description xml:lang="es"><narrative>Agua</narrative></description>
<participating-org ref="KE-1" role="4" type="10" activity-id="A-1"><narrative><![CDATA[Ministry & Co]]></narrative></participating-org>
<policy-marker code="1" significance="2"/>
<transaction ref="T1" humanitarian="1">
  <transaction-type code="2"/><transaction-date iso-date="2024-01-31Z"/>
  <value currency=" EUR " value-date="2024-01-01">
    00012.50
  </value>
  <provider-org provider-activity-id="P-1" ref="XM"/>
  <receiver-org receiver-activity-id="R-1"><narrative>R</narrative></receiver-org>
  <sector code="12110" vocabulary="1"/><aid-type code="C01"/><aid-type code="2" vocabulary="4"/>
</transaction>
<related-activity ref="B" type="1"/>`;

describe('the reader', () => {
  it('gives every text with its language: its own, or that of the nearest element around it', async () => {
    const activity = await activityOf(activityFile(everything));
    expect(activity.titles).toEqual([
      { language: 'en', text: 'Clinics' },
      { language: 'fr', text: 'Cliniques' },
    ]);
    expect(activity.descriptions).toEqual([{ type: null, narratives: [{ language: 'es', text: 'Agua' }] }]);
    expect(activity.participatingOrganisations).toMatchObject([
      { ref: 'KE-1', role: '4', type: '10', activityId: 'A-1', names: [{ text: 'Ministry & Co' }] },
    ]);
  });

  it('takes the language of the root for that of a record which names none', async () => {
    const text = activityFile('').replace('<iati-activities ', '<iati-activities xml:lang="es" ');
    const activity = await activityOf(text.replace(' xml:lang="en"', ''));
    expect(activity).toMatchObject({ language: 'es', titles: [{ language: 'es' }, { language: 'fr' }] });
    expect(await activityOf(text)).toMatchObject({ language: 'en', titles: [{ language: 'en' }, {}] });
  });

  it('gives a transaction with both its organisations, trimmed values and exact decimals', async () => {
    const { identifier, transactions, relatedActivities } = await activityOf(activityFile(everything));
    expect(identifier).toBe('XM-1');
    expect(relatedActivities).toEqual([{ ref: 'B', type: '1' }]);
    expect(transactions).toMatchObject([
      {
        ref: 'T1',
        isHumanitarian: true,
        type: '2',
        date: '2024-01-31',
        value: { amount: '12.5', currency: 'EUR', valueDate: '2024-01-01' },
        provider: { ref: 'XM', activityId: 'P-1' },
        receiver: { ref: null, activityId: 'R-1', names: [{ text: 'R' }] },
        sectors: [{ code: '12110' }],
        aidTypes: [
          { code: 'C01', vocabulary: null },
          { code: '2', vocabulary: '4' },
        ],
      },
    ]);
  });

  it('reads the same wherever the chunks are cut', async () => {
    const text = activityFile(everything.replace('Agua', 'Agua 💧 señal'));
    const whole = await activityOf(text, 1_000_000);
    for (const size of [1, 2, 3, 5, 64, 257]) expect(await activityOf(text, size)).toEqual(whole);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'iso-8859-1'])(
    'reads %s as the file marks it',
    async (encoding) => {
      const text = activityFile('<description><narrative>Santé</narrative></description>');
      const activity = await activityOf(encoded(text, encoding));
      expect(activity.descriptions[0]?.narratives[0]?.text).toBe('Santé');
    },
  );
});

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'iso-8859-1') return Buffer.from(text.replace('UTF-8', encoding), 'latin1');
  const marked = Buffer.from(`\ufeff${text}`, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  return encoding === 'utf-16be' ? marked.swap16() : marked;
}
