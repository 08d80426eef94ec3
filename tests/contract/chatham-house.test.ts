import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportDocument } from '#app/features/dialogues/report/report-document.server';
import type { Db } from '#db/db';
import type { Step } from '#domain/dialogues/gradient';
import type { DecisionRule } from '#domain/dialogues/verdict';
import type { DecisionId, DialogueItemId, PositionId } from '#domain/ids';
import { makeBackground } from '#server/background';
import { type DialogueView, makeLiveDialogues } from '#server/features/dialogues';
import { makeFollowUps } from '#server/features/follow-ups';
import { makePlans } from '#server/features/plans';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { consensus, dialogueFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

const half: DecisionRule = {
  ...{ kind: 'threshold', by: 'institution', quorum: null },
  atLeast: { numerator: 1, denominator: 2 },
};

function raise(error: unknown): never {
  throw error;
}

describe.each(dialects)('who said what before a decision, on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let itemId: DialogueItemId;
  let decisionIds: DecisionId[];

  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db, 'mdg');
    itemId = await test.addItem();
  });
  afterEach(async () => {
    await test.documents.stop();
    await db.close();
  });

  /** One decision deferred over the fund's objection, and one adopted in spite of it, with the ministry ad referendum. */
  async function hold({ isChathamHouse }: { isChathamHouse: boolean }): Promise<void> {
    const { dialogues, asConvenor } = test;
    await dialogues.editDialogue({ ...asConvenor, facts: dialogueFacts({ isChathamHouse }) });
    await dialogues.startDialogue(asConvenor);
    decisionIds = [await decide(consensus), await decide(half)];
    await dialogues.endDialogue(asConvenor);
  }

  async function decide(rule: DecisionRule): Promise<DecisionId> {
    const { dialogues, asConvenor, fund, ministry } = test;
    const proposalId = await test.openProposal(itemId, { rule });
    const take = ({ institutionId, ...who }: BuiltMember, step: Step, isAdReferendum: boolean) =>
      dialogues.takePosition({
        ...{ ...test.as({ institutionId, ...who }), proposalId },
        position: { id: newId<PositionId>(), institutionId, step, reason: 'Why', isAdReferendum },
      });
    await take(ministry, 'support', true);
    await take(fund, 'block', false);
    await dialogues.closeProposal({ ...asConvenor, proposalId });
    const decisionId = newId<DecisionId>();
    const facts = { text: 'Share', budgetImplication: '', reviewOn: null, changes: null };
    await dialogues.decide({ ...asConvenor, proposalId, decisionId, facts });
    return decisionId;
  }

  /** Of the two who spoke, those that are named in something. */
  function namedIn(said: unknown): string[] {
    const text = JSON.stringify(said);
    const { fund, ministry } = test;
    const named = { fund, ministry };
    return Object.entries(named).flatMap(([name, { institutionId }]) =>
      text.includes(institutionId) ? [name] : [],
    );
  }

  function makeTestFollowUps() {
    const { clock, documents, dialogues, house } = test;
    const { events } = house;
    const plans = makePlans({ db, clock, events, documents, onError: raise });
    const background = makeBackground(pino({ level: 'silent' }));
    return makeFollowUps({
      ...{ db, clock, events, documents, dialogues, plans, background },
      ...{ mail: { send: () => undefined }, publicUrl: 'https://concord.example' },
    });
  }

  async function sentLive(who: BuiltMember, audience: 'own' | 'room'): Promise<DialogueView> {
    const { clock, house, documents } = test;
    const live = makeLiveDialogues({
      ...{ db, clock, documents, events: house.events, workspaces: house.workspaces },
      onError: raise,
    });
    const sent: string[] = [];
    const send = (_event: string, json: string) => void sent.push(json);
    await live.watch({ ...test.as(who), audience, send, onEnd: () => undefined });
    await live.stop();
    return JSON.parse(sent[0] ?? 'null');
  }

  const itemsWithoutBallots = ({ items }: DialogueView) =>
    items.map(({ proposals, ...item }) => [
      item,
      proposals.map(({ eligible: _asked, ...proposal }) => proposal),
    ]);

  /** Each channel by which a decision is read, with what it says of the two decisions to a member. */
  async function channelsOf(who: BuiltMember) {
    const { dialogues } = test;
    const asked = test.as(who);
    const followUps = makeTestFollowUps();
    const page = await dialogues.showDialogue(asked);
    const live = await sentLive(who, 'own');
    const list = { search: '', state: '', page: 1, size: 9 };
    const sort = { key: 'reference', isDescending: false } as const;
    return {
      page: [page.decisions, itemsWithoutBallots(page)],
      live: [live.decisions, itemsWithoutBallots(live)],
      register: await dialogues.listDecisions(asked),
      registerPage: (await dialogues.pageDecisions(asked, { ...list, sort })).rows,
      decisionPages: await Promise.all(
        decisionIds.map((decisionId) => followUps.showDecision({ ...asked, decisionId })),
      ),
      reviewed: await followUps.listReviewed({ ...asked, dialogueIds: [asked.dialogueId] }),
      deferral: await Promise.all(
        decisionIds.map((decisionId) => dialogues.showDeferral({ ...asked, decisionId })),
      ),
    };
  }

  it('is told in no channel under the Chatham House Rule to a member who was not invited', async () => {
    await hold({ isChathamHouse: true });
    for (const [channel, said] of Object.entries(await channelsOf(test.guest)))
      expect([channel, namedIn(said)]).toEqual([channel, []]);
    const [deferred, adopted] = await test.dialogues.listDecisions(test.as(test.guest));
    expect(deferred).toMatchObject({ state: 'deferred', verdict: { outcome: 'not_adopted', reasons: [] } });
    expect(adopted).toMatchObject({
      ...{ state: 'adopted', adReferendum: [] },
      verdict: { outcome: 'adopted', reasons: [{ code: 'threshold_reached' }] },
    });
  });

  it('is told to those who took part, and without the rule to every member', async () => {
    await hold({ isChathamHouse: true });
    const { page, live, register, decisionPages, reviewed } = await channelsOf(test.observer);
    for (const said of [page, live, register, decisionPages, reviewed])
      expect(namedIn(said)).toEqual(['fund', 'ministry']);
    await test.dialogues.editDialogue({ ...test.asConvenor, facts: dialogueFacts() });
    expect(namedIn(await test.dialogues.listDecisions(test.as(test.guest)))).toEqual(['fund', 'ministry']);
  });

  it('is in no report under the rule, whoever makes it and for whom', async () => {
    await hold({ isChathamHouse: true });
    const { dialogues, convenor, observer, guest } = test;
    for (const who of [convenor, observer, guest])
      for (const audience of ['public', 'participants', 'convenor'] as const) {
        const report = await dialogues.dialogueReport({ ...test.as(who), audience });
        const { decisions, items } = report;
        expect(decisions).toHaveLength(2);
        expect(report.audience).toBe(who === guest || audience === 'public' ? 'public' : 'participants');
        expect(namedIn({ decisions, items })).toEqual([]);
        // How many spoke ad referendum is told to those who took part, once with the proposal and once with the decision.
        const isForAll = who === guest || audience === 'public';
        const said = JSON.stringify(reportDocument(report, 'en').sections);
        expect(said.split('1 position was taken ad referendum.')).toHaveLength(isForAll ? 1 : 3);
        expect(
          items.flatMap(({ proposals }) => proposals.flatMap(({ positions }) => positions)),
        ).toHaveLength(isForAll ? 0 : 4);
      }
  });

  it('is in reports without the rule, with who spoke ad referendum beside the decision', async () => {
    await hold({ isChathamHouse: false });
    const { dialogues, convenor, ministry } = test;
    const report = await dialogues.dialogueReport({ ...test.as(convenor), audience: 'public' });
    expect(report.decisions.map(({ adReferendum }) => adReferendum)).toMatchObject([
      [],
      [{ id: ministry.institutionId }],
    ]);
    const acronym = report.decisions[1]?.adReferendum[0]?.acronym;
    for (const [language, words] of [
      ['en', `${acronym} spoke ad referendum.`],
      ['fr', `Position ad referendum\u00a0: ${acronym}`],
      ['es', `${acronym} se pronunció ad referendum.`],
    ] as const) {
      const decisions = reportDocument(report, language).sections.find(({ blocks }) =>
        blocks.some((block) => block.kind === 'box' && block.title === 'MDG/2026/01/D2'),
      );
      expect(JSON.stringify(decisions)).toContain(words);
    }
  });

  it('names in a copy no decision that is not in it', async () => {
    const { dialogues, asConvenor } = test;
    await hold({ isChathamHouse: false });
    const [, adopted] = decisionIds;
    const secret = await test.openProposal(await test.addItem('convenor'));
    await dialogues.recordPosition({
      ...{ ...asConvenor, proposalId: secret },
      position: {
        ...{ id: newId<PositionId>(), institutionId: test.fund.institutionId, step: 'support' as const },
        ...{ reason: '', isAdReferendum: false, basis: 'Letter' },
      },
    });
    await dialogues.closeProposal({ ...asConvenor, proposalId: secret });
    const changes = { act: 'amend' as const, decisionId: adopted as DecisionId };
    await dialogues.decide({
      ...{ ...asConvenor, proposalId: secret, decisionId: newId<DecisionId>() },
      facts: { text: 'In secret', budgetImplication: '', reviewOn: null, changes },
    });
    const by = async (audience: 'public' | 'convenor') =>
      (await dialogues.dialogueReport({ ...asConvenor, audience })).decisions[1]?.by;
    expect(await by('convenor')).toBe('MDG/2026/01/D3');
    expect(await by('public')).toBeNull();
  });
});
