import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { reportDocument } from '#app/features/dialogues/report/report-document.server';
import type { Db } from '#db/db';
import { minutesText } from '#domain/dialogues/minutes-document';
import type { DecisionId, DialogueItemId, PositionId } from '#domain/ids';
import { writeDocx } from '#server/features/dialogues/report/docx';
import { writePdf } from '#server/features/dialogues/report/pdf';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

describe.each(dialects)('the report of a dialogue on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let items: Record<'public' | 'participants' | 'convenor', DialogueItemId>;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db, 'mdg');
    items = {
      public: await test.addItem('public'),
      participants: await test.addItem('participants'),
      convenor: await test.addItem('convenor'),
    };
  });
  afterEach(async () => {
    await test.documents.stop();
    await db.close();
  });

  const reportFor = (who: BuiltMember, audience: keyof typeof items = 'convenor') =>
    test.dialogues.dialogueReport({ ...test.as(who), audience });

  /** Under each item minutes, an intervention of the fund, and a proposal that it has reservations about. */
  async function hold(): Promise<void> {
    const { dialogues, documents, asConvenor, convenor, fund, clock } = test;
    await dialogues.startDialogue(asConvenor);
    const minutes = await dialogues.showMinutes(asConvenor);
    for (const [level, itemId] of Object.entries(items)) {
      const documentId = minutes.items.find((one) => one.itemId === itemId)?.documentId;
      if (!documentId) throw new Error('The item has no minutes.');
      await documents.change(documentId, convenor, (doc) => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(`minutes for ${level}`)]);
        minutesText(doc).push([paragraph]);
      });
      await dialogues.actOnItem({ ...asConvenor, itemId, act: 'open' });
      const request = {
        id: newId(),
        institutionId: fund.institutionId,
        speaker: 'Desk',
        kind: 'intervention',
      };
      await dialogues.requestFloor({ ...asConvenor, itemId, request: { ...request, kind: 'intervention' } });
      await dialogues.orderFloor({ ...asConvenor, itemId, order: { act: 'give', id: request.id } });
      clock.advance(120_000);
      await dialogues.orderFloor({ ...asConvenor, itemId, order: { act: 'end', id: request.id } });
      await decide(itemId, level);
    }
    await dialogues.endDialogue(asConvenor);
  }

  async function decide(itemId: DialogueItemId, level: string): Promise<void> {
    const { dialogues, asConvenor, fund } = test;
    const proposalId = await test.openProposal(itemId, { text: `proposal for ${level}` });
    await dialogues.recordPosition({
      ...{ ...asConvenor, proposalId },
      position: {
        ...{ id: newId<PositionId>(), institutionId: fund.institutionId, step: 'reservations' as const },
        ...{ reason: `reason for ${level}`, isAdReferendum: false, basis: 'Letter' },
      },
    });
    await dialogues.closeProposal({ ...asConvenor, proposalId });
    const facts = { text: `decision for ${level}`, budgetImplication: '', reviewOn: null, changes: null };
    await dialogues.decide({ ...asConvenor, proposalId, decisionId: newId<DecisionId>(), facts });
  }

  it('says what its reader may know, and a copy to be handed on what its audience may', async () => {
    await hold();
    const { convenor, ministry, guest } = test;
    const levels = async (who: BuiltMember, audience?: keyof typeof items) => {
      const report = await reportFor(who, audience);
      for (const language of ['en', 'fr', 'es'] as const) {
        const said = JSON.stringify(reportDocument(report, language));
        for (const level of Object.keys(items))
          for (const what of ['minutes', 'proposal', 'reason', 'decision'])
            expect(said.includes(`${what} for ${level}`)).toBe(
              report.items.some(({ confidentiality }) => confidentiality === level),
            );
      }
      expect(report.decisions.length).toBe(report.items.length);
      return [report.audience, report.items.length];
    };
    expect(await levels(convenor)).toEqual(['convenor', 3]);
    expect(await levels(convenor, 'participants')).toEqual(['participants', 2]);
    expect(await levels(convenor, 'public')).toEqual(['public', 1]);
    expect(await levels(ministry)).toEqual(['participants', 2]);
    expect(await levels(guest)).toEqual(['public', 1]);
  });

  it('tells who spoke for how long and where each institution stood', async () => {
    await hold();
    const { fund, ministry } = test;
    const { spoken, items: reported, decisions } = await reportFor(ministry);
    expect(spoken).toEqual([{ institutionId: fund.institutionId, interventions: 2, ms: 240_000 }]);
    expect(reported[0]).toMatchObject({
      text: [{ kind: 'paragraph', runs: [{ text: 'minutes for public' }] }],
      speakers: [{ institutionId: fund.institutionId, speaker: 'Desk', ms: 120_000 }],
      proposals: [
        {
          decision: 'MDG/2026/01/D1',
          positions: [{ institutionId: fund.institutionId, step: 'reservations' }],
        },
      ],
    });
    expect(decisions[0]?.reservations).toMatchObject([{ reason: 'reason for public' }]);
  });

  it('under the Chatham House Rule names nobody for what was said; on the pages, participants alone see it', async () => {
    const { dialogues, asConvenor, fund, ministry, guest, convenor } = test;
    await dialogues.editDialogue({ ...asConvenor, facts: dialogueFacts({ isChathamHouse: true }) });
    await hold();
    for (const who of [convenor, ministry, guest]) {
      const { institutions: _invited, decisions: _register, ...said } = await reportFor(who);
      expect(JSON.stringify(said)).not.toContain(fund.institutionId);
      // What was said may be told, but to those who took no part not even that one of a few said it.
      expect(JSON.stringify(said).includes('reason for public')).toBe(who !== guest);
    }
    const shown = async (who: BuiltMember) => {
      const { items: agenda } = await dialogues.showDialogue(test.as(who));
      return JSON.stringify(
        agenda.map(({ floor, proposals }) => [floor.heard, proposals.map(({ positions }) => positions)]),
      );
    };
    expect(await shown(ministry)).toContain(fund.institutionId);
    expect(await shown(guest)).not.toContain(fund.institutionId);
  });

  it('is there for members alone, from the beginning of the sitting', async () => {
    await expect(reportFor(test.convenor)).rejects.toMatchObject({ code: 'stale' });
    await test.dialogues.startDialogue(test.asConvenor);
    const elsewhere = await openTestDialogue(db, 'bdi');
    await expect(
      test.dialogues.dialogueReport({
        ...{ ...elsewhere.asConvenor, dialogueId: test.dialogueId },
        audience: 'convenor',
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await elsewhere.documents.stop();
  });

  it('is set as a Word document and as a PDF, with letters of any Latin, Greek or Cyrillic alphabet', async () => {
    await hold();
    const document = reportDocument(await reportFor(test.convenor), 'fr');
    const widened = { ...document, heading: 'Ţară Ελλάδα Україна «Ñandú»' };
    expect(
      Buffer.from(await writeDocx(widened))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(
      Buffer.from(await writePdf(widened))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }, 60_000);
});
