import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { checkIati } from '#domain/partners/iati';
import { writeActivity } from '#server/features/commitments';
import { makeRecordValidator } from '#server/features/iati-imports/validator';
import { ensurePartner } from '#server/features/partners';
import { buildActivity, buildFact } from '#tests/factories/activities';
import { dialects, openTestDb } from '#tests/factories/databases';
import { activitiesFile, chunksOf, completeActivity, organisationFile } from '#tests/factories/iati';
import { openTestImports, type TestImports } from '#tests/factories/iati-imports';
import { buildMember, buildWorkspace } from '#tests/factories/workspaces';

const validate = makeRecordValidator();

describe.each(dialects)('exporting IATI on %s', (dialect) => {
  let db: Db;
  let test: TestImports;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestImports(db);
    const { workspaceId, bank, events, convenor, clock } = test;
    const by = { accountId: convenor.accountId, institutionId: convenor.institutionId };
    await events.commit(by, async (tx, record) => {
      await ensurePartner({ db, tx, clock, record }, { workspaceId, institutionId: bank });
    });
  });
  afterEach(() => db.close());

  /** Entered by hand, with less than the schema asks for. */
  async function enter(overrides: Parameters<typeof buildActivity>[0]) {
    const { workspaceId, bank, clock, convenor } = test;
    const by = { accountId: convenor.accountId, institutionId: convenor.institutionId };
    const what = { workspaceId, partnerId: bank, by, source: 'hand' as const, sourceText: '' };
    await db.transaction((tx) =>
      writeActivity({ db, tx, clock }, { ...what, activity: buildActivity(overrides) }).then(() => undefined),
    );
  }

  async function exported(of = test.on('' as never)): Promise<string> {
    const pieces: string[] = [];
    for await (const piece of test.imports.exportActivities(of)) pieces.push(piece);
    return pieces.join('');
  }

  async function check(text: string) {
    const checked = await checkIati(chunksOf(text, 4_096), { validate });
    expect(
      checked.listed.filter(({ code, grade }) => code === 'schema_invalid' || grade === 'critical'),
    ).toEqual([]);
    return checked.state === 'sound' ? checked.summary : null;
  }

  it('is valid for what was entered by hand, and names what cannot be said', async () => {
    await enter({ title: 'Clinics & <wards>\u0007', startsOn: null, endsOn: null, status: null });
    await enter({
      facts: [buildFact(), buildFact({ amount: null }), buildFact({ kind: 'pledged', currency: 'EUR' })],
    });
    const text = await exported();
    const summary = await check(text);
    expect(summary).toMatchObject({ activities: 2, transactions: { count: 3 } });
    expect(text).toContain('Clinics &amp; &lt;wards&gt;</narrative>');
    expect(text).toContain('and so not in this file: 1.');
  });

  it('of an empty workspace is a file without activities', async () => {
    expect(await exported()).toMatch(/<iati-activities version="2.03">\s*<\/iati-activities>/);
  });

  it('of a partner has the envelopes that were imported beside those entered by hand', async () => {
    await test.apply(await test.read(organisationFile(['100.10', '200'])));
    const { workspaceId, bank: institutionId } = test;
    const { envelopes } = db.tables;
    await db.transaction(async (tx) => {
      const [row] = await tx.select().from(envelopes).limit(1);
      if (!row) throw new Error('no envelope');
      const own = {
        kind: 'country' as const,
        country: 'KE',
        source: 'hand' as const,
        importKey: null,
        details: {},
      };
      await tx
        .insert(envelopes)
        .values({ ...row, ...own, id: 'by-hand' as never, amount: '5', amountText: '5' });
    });
    const on = { actor: test.convenor.actor, workspaceId, institutionId };
    const summary = await check(await test.imports.exportPartner(on));
    expect(summary?.organisationBudgets).toEqual({
      count: 3,
      byKind: [{ kind: 'recipient-country-budget', currency: 'USD', count: 3, amount: '305.1' }],
    });
  });

  it('leaves empty what a published record left empty, invents no words, and comes back unchanged', async () => {
    const link =
      '<document-link url="https://example.org/a" format="text/html"><title><narrative/></title><category code="A01"/></document-link>';
    const silent = completeActivity('A-1')
      .replace(/<(title|description)>.*<\/\1>/g, '<$1><narrative/></$1>')
      .replace('</iati-activity>', `${link}</iati-activity>`);
    await test.apply(await test.read(activitiesFile([silent])));
    const text = await exported();
    await check(text);
    expect(text).toContain('<title><narrative/></title><description><narrative/></description>');
    expect(text).toContain('format="text/html"><title><narrative/></title>');
    const again = await test.imports.getImport(test.on(await test.read(text)));
    expect(again.outcomes).toEqual({ unchanged: 1 });
  });

  it('has every line of an envelope that has an amount, and every recipient, with or without words', async () => {
    const silent = organisationFile(['100'])
      .replace(/<narrative xml:lang="fr">Ligne<\/narrative>/, '<narrative/>')
      .replaceAll('recipient-country-budget', 'recipient-org-budget')
      .replace('<recipient-country code="MG"/>', '<recipient-org ref="KE-1"><narrative/></recipient-org>');
    await test.apply(await test.read(silent));
    const { workspaceId, bank: institutionId } = test;
    const on = { actor: test.convenor.actor, workspaceId, institutionId };
    const text = await test.imports.exportPartner(on);
    expect((await check(text))?.organisationBudgets.count).toBe(1);
    expect(text).toContain('<recipient-org ref="KE-1"><narrative/></recipient-org>');
    expect(text).toContain('value-date="2024-01-01">1</value><narrative/></budget-line>');
    const again = await test.imports.getImport(test.on(await test.read(text)));
    expect(again.outcomes).toEqual({ unchanged: 1 });
  });

  it('is for the members of its workspace alone, and has nothing of another’s', async () => {
    await enter({});
    const other = await buildWorkspace(db);
    const { imports, workspaceId, bank: institutionId } = test;
    const stranger = other.convenor.actor;
    expect(() => imports.exportActivities({ actor: stranger, workspaceId })).toThrow('not_found');
    const there = { actor: stranger, workspaceId: other.workspaceId };
    expect(await exported(there as never)).not.toContain('<iati-activity');
    await expect(imports.exportPartner({ ...there, institutionId })).rejects.toMatchObject({
      code: 'not_found',
    });
    const observer = await buildMember(db, { workspaceId, role: 'observer' });
    expect(await exported({ ...test.on('' as never), actor: observer.actor })).toContain('<iati-activity ');
  });
});
