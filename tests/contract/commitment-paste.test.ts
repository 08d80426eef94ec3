import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { anyPart } from '#domain/commitments/filters';
import { buildPartnership, openTestCommitments } from '#tests/factories/commitments';
import { dialects, openTestDb } from '#tests/factories/databases';

const context = {
  language: 'fr' as const,
  themeWords: new Map([['mise en commun', 'pooling' as const]]),
  currency: null,
};

describe.each(dialects)('pasted rows of commitments on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestCommitments>;
  let place: Awaited<ReturnType<typeof buildPartnership>>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestCommitments(db);
    place = await buildPartnership(db);
  });
  afterEach(() => db.close());

  const request = (text: string) => ({
    actor: place.keeper.actor,
    workspaceId: place.workspaceId,
    partnerId: place.partnerId,
    text,
    context,
  });
  const rows = [
    'Intitulé\tNature\tMontant\tDevise\tDate\tPays\tThème',
    'Mutuelles\tengagé\t1 250 000,50\tEUR\t15/03/2024\tMadagascar 60 %; BI 40 %\tMise en commun',
    'Mutuelles\tdécaissé\t-500\tEUR\t2024\tMadagascar 60 %; BI 40 %\tMise en commun',
    'Puits\tpromis\t3 000 USD\t\t2025-01-02\tComores\t',
  ].join('\n');

  it('become activities with exact facts, and the same rows again add nothing', async () => {
    expect(await house.commitments.previewPaste(request(rows))).toMatchObject({
      problems: [],
      newActivities: 2,
      newFacts: 3,
      knownFacts: 0,
    });
    await house.commitments.pasteActivities(request(rows));
    const { rows: parts } = await house.commitments.listFacts(place.workspaceId, anyPart, {
      page: 1,
      size: 99,
    });
    expect(
      parts.map(({ title, kind, country, theme, amount }) => [title, kind, country, theme, amount]),
    ).toEqual([
      ['Mutuelles', 'committed', 'MG', 'pooling', '750000.30'],
      ['Mutuelles', 'committed', 'BI', 'pooling', '500000.20'],
      ['Mutuelles', 'disbursed', 'MG', 'pooling', '-300.00'],
      ['Mutuelles', 'disbursed', 'BI', 'pooling', '-200.00'],
      ['Puits', 'pledged', 'KM', '', '3000'],
    ]);
    expect(await house.commitments.previewPaste(request(rows))).toMatchObject({
      newActivities: 0,
      newFacts: 0,
      knownFacts: 3,
    });
    await house.commitments.pasteActivities(request(rows));
    const again = await house.commitments.listFacts(place.workspaceId, anyPart, { page: 1, size: 99 });
    expect(again.total).toBe(5);
  });

  it('tell everything that is wrong at once, each with its line, and nothing is taken over', async () => {
    const wrong = [
      'Intitulé;Nature;Montant;Devise;Date;Pays;Secteur;Couleur',
      ';donné;beaucoup;francs;30/02/2024;Atlantide;santé;bleu',
      'Puits;promis;3 000;USD;;MG;12220;',
    ].join('\n');
    const { problems, unusedColumns } = await house.commitments.previewPaste(request(wrong));
    expect(problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
      '2 title missing',
      '2 kind unknown',
      '2 amount unread',
      '2 currency unknown',
      '2 date unread',
      '2 country unknown',
      '2 sector unknown',
      '3 date missing',
    ]);
    expect(unusedColumns).toEqual(['Couleur']);
    await expect(house.commitments.pasteActivities(request(wrong))).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect((await house.commitments.previewPaste(request('Nature;Pays\npromis;MG'))).problems).toMatchObject([
      { field: 'title', code: 'column_missing' },
      { field: 'amount', code: 'column_missing' },
    ]);
  });
});
