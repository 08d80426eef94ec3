import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportDocument } from '#app/features/dialogues/report/report-document.server';
import type { Db } from '#db/db';
import type { Confidentiality, LinkAudience } from '#domain/dialogues/kinds';
import type { ActionId, DialogueId, DialogueItemId, DialogueLinkId, ItemQuoteId } from '#domain/ids';
import { addAction, setActionText } from '#domain/plans';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, itemFacts } from '#tests/factories/dialogues';
import { buildPlan } from '#tests/factories/plans';
import { type BuiltMember, buildMember } from '#tests/factories/workspaces';

describe.each(dialects)('what there is to read for an agenda item on %s', (dialect) => {
  let db: Db;
  let built: Awaited<ReturnType<typeof buildPlan>>;
  let invited: BuiltMember;
  let guest: BuiltMember;
  const dialogueId = 'dialogue' as DialogueId;
  const itemId = 'item' as DialogueItemId;
  const quoteId = 'quote' as ItemQuoteId;
  const actionId = newId<ActionId>();

  beforeEach(async () => {
    db = await openTestDb(dialect);
    built = await buildPlan(db);
    const { workspaceId, services } = built;
    [invited, guest] = [await buildMember(db, { workspaceId }), await buildMember(db, { workspaceId })];
    await edit('Train midwives');
    await services.dialogues.planDialogue({ ...on(), facts: dialogueFacts() });
    await services.dialogues.inviteInstitutions({ ...on(), institutionIds: [invited.institutionId] });
    await services.dialogues.addItem({ ...on(), itemId, facts: itemFacts() });
  });
  afterEach(async () => {
    await built.services.documents.stop();
    await db.close();
  });

  const on = ({ actor }: Pick<BuiltMember, 'actor'> = built.convenor) => ({
    ...{ actor, workspaceId: built.workspaceId, dialogueId },
  });
  async function edit(title: string) {
    await built.edit(built.convenor, (doc) => {
      if (title === 'Train midwives') addAction(doc, { id: actionId, title });
      setActionText(doc, actionId, 'title', title);
    });
    await built.services.plans.project(built.planId);
  }
  const quote = (id = quoteId, planId = built.planId) =>
    built.services.dialogues.addItemQuote({ ...on(), itemId, quoteId: id, part: { planId, actionId } });
  const paper = (title: string, audience: LinkAudience) =>
    built.services.publicDialogues.addLink({
      ...{ ...on(), itemId, linkId: title as DialogueLinkId },
      facts: { kind: 'paper', title, url: `https://example.org/${title}`, audience },
    });
  const setConfidentiality = (confidentiality: Confidentiality) =>
    built.services.dialogues.editItem({ ...on(), itemId, facts: itemFacts({ confidentiality }) });
  const shown = async (who?: BuiltMember) => (await built.services.dialogues.showDialogue(on(who))).items[0];
  const papersOf = async (who: BuiltMember) => (await shown(who))?.papers.map(({ title }) => title);
  const kinds = async () => (await db.read.select().from(db.tables.events)).map(({ kind }) => kind);

  it('quotes a plan as it read, says when it has changed, and is quoted once however often it is sent', async () => {
    await quote();
    await quote();
    expect((await shown())?.quotes).toMatchObject([
      { id: quoteId, source: { quote: 'Train midwives', state: 'same' } },
    ]);
    await edit('Train nurses');
    expect((await shown(guest))?.quotes).toMatchObject([
      { source: { quote: 'Train midwives', state: 'changed' } },
    ]);
    await built.services.dialogues.removeItemQuote({ ...on(), itemId, quoteId });
    expect((await shown())?.quotes).toEqual([]);
  });

  it('quotes nothing of a plan of another workspace, nothing else under a known id, and not without end', async () => {
    const other = await buildPlan(db);
    await expect(quote(quoteId, other.planId)).rejects.toMatchObject({ code: 'not_found' });
    for (let i = 0; i < 20; i++) await quote(`q${i}` as ItemQuoteId);
    const second = newId<ActionId>();
    await built.edit(built.convenor, (doc) => addAction(doc, { id: second, title: 'Other words' }));
    await built.services.plans.project(built.planId);
    const sameId = { ...on(), itemId, quoteId: 'q1' as ItemQuoteId };
    await expect(
      built.services.dialogues.addItemQuote({ ...sameId, part: { planId: built.planId, actionId: second } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(quote()).rejects.toMatchObject({ code: 'too_large' });
    await other.services.documents.stop();
  });

  it('has papers for whom they are meant, beside those of the whole dialogue', async () => {
    await paper('Open', 'public');
    await paper('Inner', 'participants');
    expect(await papersOf(invited)).toEqual(expect.arrayContaining(['Open', 'Inner']));
    expect(await papersOf(guest)).toEqual(['Open']);
    expect(await built.services.publicDialogues.listLinks(on())).toEqual([]);
    await expect(
      built.services.publicDialogues.addLink({
        ...{ ...on(), itemId: 'elsewhere' as DialogueItemId, linkId: 'l' as DialogueLinkId },
        facts: { kind: 'paper', title: 'T', url: 'https://example.org', audience: 'public' },
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is as confidential as its item: on pages, on the public page, in events and in a copy handed on', async () => {
    const { dialogues, publicDialogues } = built.services;
    await publicDialogues.setVisibility({ ...on(), visibility: 'public' });
    const [{ slug = '' } = {}] = await db.read.select().from(db.tables.workspaces);
    const onPublicPage = async () => {
      const { links } = await publicDialogues.showPublicDialogue({ slug, dialogueId });
      return links.map(({ title }) => title);
    };
    await paper('Open', 'public');
    await paper('Inner', 'participants');
    await quote();
    expect(await onPublicPage()).toEqual(['Open']);
    await dialogues.startDialogue(on());
    const asConvenor = await dialogues.dialogueReport({ ...on(), audience: 'convenor' });
    expect([asConvenor.audience, asConvenor.items[0]?.papers.length]).toEqual(['participants', 2]);
    const handedOn = () => dialogues.dialogueReport({ ...on(), audience: 'public' });
    const { audience, items } = await handedOn();
    expect(audience).toBe('public');
    expect(items[0]).toMatchObject({ papers: [{ title: 'Open' }], quotes: [{ quote: 'Train midwives' }] });

    await setConfidentiality('convenor');
    expect(await onPublicPage()).toEqual([]);
    expect(await shown(invited)).toBeUndefined();
    const report = await handedOn();
    expect(JSON.stringify([report, reportDocument(report, 'en')])).not.toMatch(/Inner|Open|midwives/);
    const before = await kinds();
    await paper('Secret', 'public');
    await publicDialogues.removeLink({ ...on(), linkId: 'Secret' as DialogueLinkId });
    await dialogues.removeItemQuote({ ...on(), itemId, quoteId });
    const told = (await kinds()).slice(before.length);
    expect(told).toHaveLength(3);
    expect(told.filter((kind) => !kind.endsWith('InConfidence'))).toEqual([]);
    const filter = { group: null, institutionId: null, before: null, limit: 50 };
    const feed = await built.services.activity.listActivity({ ...on(guest), filter });
    expect(feed.entries.map(({ kind }) => kind)).toContain('dialogue.published');
    expect(feed.entries.filter(({ kind }) => kind.endsWith('InConfidence'))).toEqual([]);
  });

  it('stands in the report in its three languages', async () => {
    await paper('Open', 'public');
    await quote();
    await built.services.dialogues.startDialogue(on());
    const report = await built.services.dialogues.dialogueReport({ ...on(), audience: 'convenor' });
    const leads = { en: 'Papers: Open', fr: 'Documents : Open', es: 'Documentos: Open' };
    for (const language of ['en', 'fr', 'es'] as const) {
      const blocks = reportDocument(report, language).sections.flatMap((section) => section.blocks);
      const notes = blocks.flatMap((block) => (block.kind === 'note' ? block.text : []));
      expect(notes.map((text) => text.replaceAll('\u00a0', ' '))).toContainEqual(
        `${leads[language]} (https://example.org/Open)`,
      );
      expect(blocks.flatMap((block) => (block.kind === 'quote' ? block.runs : [])).at(-1)?.text).toBe(
        'Train midwives',
      );
    }
  });

  it('goes with its item', async () => {
    await paper('Open', 'public');
    await quote();
    await built.services.dialogues.removeItem({ ...on(), itemId });
    expect(await db.read.select().from(db.tables.dialogueLinks)).toEqual([]);
    expect(await db.read.select().from(db.tables.dialogueItemQuotes)).toEqual([]);
  });
});
