import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { reportDocument } from '#app/features/dialogues/report/report-document.server';
import type { Db } from '#db/db';
import type { Confidentiality } from '#domain/dialogues/kinds';
import type { QuotedPart } from '#domain/dialogues/plan-quote';
import { DomainError } from '#domain/errors';
import type { ActionId, DialogueId, DialogueItemId, DialogueProposalId, PositionId } from '#domain/ids';
import { addAction, planRoots, setActionText } from '#domain/plans';
import { makeDialogues } from '#server/features/dialogues';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { consensus, dialogueFacts, itemFacts } from '#tests/factories/dialogues';
import { buildPlan } from '#tests/factories/plans';
import { buildMember } from '#tests/factories/workspaces';

describe.each(dialects)('a proposal about a part of a plan on %s', (dialect) => {
  let db: Db;
  let built: Awaited<ReturnType<typeof buildPlan>>;
  const dialogueId = 'dialogue' as DialogueId;
  const itemId = 'item' as DialogueItemId;
  const proposalId = 'proposal' as DialogueProposalId;
  const actionId = newId<ActionId>();
  const quote = 'Train midwives\n\nIn every district';
  beforeEach(async () => {
    db = await openTestDb(dialect);
    built = await buildPlan(db);
    const { dialogues, plans } = built.services;
    await built.edit(built.convenor, (doc) => {
      addAction(doc, { id: actionId, title: 'Train midwives' });
      setActionText(doc, actionId, 'description', 'In every district');
    });
    await plans.project(built.planId);
    await dialogues.planDialogue({ ...on(), facts: dialogueFacts() });
    await dialogues.addItem({ ...on(), itemId, facts: itemFacts() });
  });
  afterEach(async () => {
    await built.services.documents.stop();
    await db.close();
  });

  const on = () => ({ actor: built.convenor.actor, workspaceId: built.workspaceId, dialogueId });
  const facts = { text: 'Adopt it', scale: 'gradient', isHidden: false, rule: consensus } as const;
  const propose = (quotes: QuotedPart | null, id = proposalId) =>
    built.services.dialogues.propose({ ...on(), proposalId: id, itemId, facts, amendsId: null, quotes });
  const shown = async () =>
    (await built.services.dialogues.showDialogue(on())).items[0]?.proposals[0]?.source;
  async function edit(change: Parameters<typeof built.edit>[1]) {
    await built.edit(built.convenor, change);
    await built.services.plans.project(built.planId);
  }

  it('quotes it as it read, with its hash and its place in the plan’s log', async () => {
    await propose({ planId: built.planId, actionId });
    expect(await shown()).toEqual({
      ...{ planId: built.planId, planTitle: 'Feuille de route CSU', actionId, quote, state: 'same' },
      hash: createHash('sha256').update(quote).digest('hex'),
      seq: expect.any(Number),
      quotedAt: expect.any(String),
    });
  });

  it('says that the plan has changed since, and keeps what it quotes', async () => {
    await propose({ planId: built.planId, actionId });
    await edit((doc) => setActionText(doc, actionId, 'description', 'In two districts'));
    expect(await shown()).toMatchObject({ quote, state: 'changed' });
    await edit((doc) => setActionText(doc, actionId, 'description', 'In every district'));
    expect(await shown()).toMatchObject({ quote, state: 'same' });
    await edit((doc) => void planRoots(doc).actions.delete(actionId));
    expect(await shown()).toMatchObject({ quote, state: 'gone' });
  });

  describe('a passage of the text', () => {
    const words = 'Contributions are shared.';
    const quotable = async () => {
      const listed = await built.services.dialogues.listQuotable(on());
      return listed.flatMap(({ id: planId, passages }) =>
        passages.map(({ id: passageId, text }) => ({ part: { planId, passageId }, text })),
      );
    };
    const chosen = async (text = words) => {
      const found = (await quotable()).find((passage) => passage.text === text);
      if (!found) throw new Error(`No such passage: ${text}`);
      return found.part;
    };
    function paragraph(text: string): Y.XmlElement {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText(text)]);
      return element;
    }
    const textOf = (doc: Y.Doc) => planRoots(doc).narrative;
    beforeEach(() => edit((doc) => textOf(doc).insert(0, [paragraph(words)])));

    it('is quoted as it reads, with its hash and the revision of the plan', async () => {
      const part = await chosen();
      await propose(part);
      expect(await shown()).toEqual({
        ...{ ...part, planTitle: 'Feuille de route CSU', quote: words, state: 'same' },
        hash: createHash('sha256').update(words).digest('hex'),
        seq: expect.any(Number),
        quotedAt: expect.any(String),
      });
    });

    it('is known as changed, as the same again where it was put elsewhere, and as gone', async () => {
      await propose(await chosen());
      const letters = (doc: Y.Doc) => (textOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
      await edit((doc) => letters(doc).insert(0, 'All '));
      expect(await shown()).toMatchObject({ quote: words, state: 'changed' });
      await edit((doc) => textOf(doc).delete(0, 1));
      expect(await shown()).toMatchObject({ quote: words, state: 'gone' });
      await edit((doc) => textOf(doc).insert(1, [paragraph(words)]));
      expect(await shown()).toMatchObject({ quote: words, state: 'same' });
    });

    it('stands as such in the report', async () => {
      await propose(await chosen());
      await hold();
      const blocks = reportDocument(await report(), 'fr').sections.flatMap((section) => section.blocks);
      const [lead, quoted] = blocks.flatMap((block) => (block.kind === 'quote' ? block.runs : []));
      expect(lead?.text).toContain('un passage de');
      expect(quoted?.text).toBe(words);
    });

    it('is none of another workspace, none that is gone, and read by no outsider', async () => {
      const part = await chosen();
      const other = await buildPlan(db);
      await expect(propose({ ...part, planId: other.planId })).rejects.toMatchObject({ code: 'not_found' });
      await expect(propose({ ...part, passageId: '1:1' })).rejects.toMatchObject({ code: 'not_found' });
      const { actor } = other.convenor;
      await expect(built.services.dialogues.listQuotable({ ...on(), actor })).rejects.toMatchObject({
        code: 'not_found',
      });
      await other.services.documents.stop();
    });

    it('is shown without a word on the plan where that cannot be read, and the dialogue goes on', async () => {
      await propose(await chosen());
      const { events, documents } = built.services;
      const view = () => Promise.reject(new DomainError({ code: 'document_damaged' }));
      const dialogues = makeDialogues({
        ...{ db, clock: built.clock, events, documents: { ...documents, view } },
      });
      const [item] = (await dialogues.showDialogue(on())).items;
      expect(item?.proposals[0]?.source).toMatchObject({ quote: words, state: null });
      expect(await dialogues.listQuotable(on())).toMatchObject([{ id: built.planId, passages: [] }]);
    });

    it('sent twice is one proposal, also when the passage is gone meanwhile', async () => {
      const part = await chosen();
      await propose(part);
      await edit((doc) => textOf(doc).delete(0, 1));
      await propose(part);
      expect(await shown()).toMatchObject({ quote: words, state: 'gone' });
    });
  });

  /** Holds the dialogue and closes the proposal, about which the convening institution has reservations. */
  async function hold() {
    const { dialogues } = built.services;
    const { institutionId } = built.convenor;
    await dialogues.inviteInstitutions({ ...on(), institutionIds: [institutionId] });
    await dialogues.startDialogue(on());
    await dialogues.openProposal({ ...on(), proposalId });
    const said = {
      step: 'reservations',
      reason: 'Too early',
      isAdReferendum: false,
      basis: 'Letter',
    } as const;
    const position = { ...said, id: newId<PositionId>(), institutionId };
    await dialogues.recordPosition({ ...on(), proposalId, position });
    await dialogues.closeProposal({ ...on(), proposalId });
  }
  const report = (audience: Confidentiality = 'convenor') =>
    built.services.dialogues.dialogueReport({ ...on(), audience });

  it.each([false, true])(
    'stands in the report with its quotation as it read then (Chatham House: %s)',
    async (isChathamHouse) => {
      built.clock.advance(Date.parse('2026-03-02T21:30:00.000Z') - built.clock.now().getTime());
      await built.services.dialogues.editDialogue({ ...on(), facts: dialogueFacts({ isChathamHouse }) });
      await propose({ planId: built.planId, actionId });
      const source = await shown();
      if (!source) throw new Error('The proposal quotes nothing.');
      const { state: _now, ...quotes } = source;
      await hold();
      await edit((doc) => setActionText(doc, actionId, 'description', 'In two districts'));
      const made = await report();
      expect(made.items[0]?.proposals).toMatchObject([{ quotes }]);
      // The day is that of the dialogue's place, where it is past midnight.
      const leads = {
        en: `“Feuille de route CSU”, quoted from revision ${quotes.seq} as it read on 3 March 2026:`,
        fr: `« Feuille de route CSU », citée d’après la révision ${quotes.seq}, dans sa rédaction du 3 mars 2026 :`,
        es: `«Feuille de route CSU», citada según la revisión ${quotes.seq}, tal como figuraba el 3 de marzo de 2026:`,
      };
      for (const language of ['en', 'fr', 'es'] as const) {
        const blocks = reportDocument(made, language).sections.flatMap((section) => section.blocks);
        const [lead, words, ...others] = blocks.flatMap((block) =>
          block.kind === 'quote' ? block.runs : [],
        );
        expect(lead?.text.replaceAll('\u00a0', ' ').trim().endsWith(leads[language]), lead?.text).toBe(true);
        expect([words?.text, others]).toEqual([quote, []]);
        const box = blocks.findIndex((block) => block.kind === 'box' && block.text === facts.text);
        expect(blocks[box + 1]?.kind).toBe('quote');
      }
      expect(JSON.stringify(made)).not.toContain('In two districts');
    },
  );

  it('is not told in a copy for those who may not know of its item', async () => {
    await built.services.dialogues.editItem({
      ...{ ...on(), itemId, facts: itemFacts({ confidentiality: 'participants' }) },
    });
    await propose({ planId: built.planId, actionId });
    await hold();
    expect(JSON.stringify(await report())).toContain('Train midwives');
    const handedOn = await report('public');
    expect(JSON.stringify([handedOn, reportDocument(handedOn, 'en')])).not.toContain('Train midwives');
  });

  it('quotes nothing but what is in a plan of its workspace, and is put by convenors alone', async () => {
    const other = await buildPlan(db);
    await expect(propose({ planId: other.planId, actionId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(propose({ planId: built.planId, actionId: newId<ActionId>() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await edit((doc) => {
      setActionText(doc, actionId, 'title', '');
      setActionText(doc, actionId, 'description', ' ');
    });
    const nothing = propose({ planId: built.planId, actionId });
    await expect(nothing).rejects.toMatchObject({ code: 'invalid_input', details: { field: 'source' } });
    const { actor } = await buildMember(db, { workspaceId: built.workspaceId, role: 'drafter' });
    await expect(
      built.services.dialogues.propose({
        ...{ ...on(), actor, proposalId, itemId, facts, amendsId: null },
        quotes: { planId: built.planId, actionId },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await propose(null);
    expect(await shown()).toBeNull();
    await other.services.documents.stop();
  });
});
