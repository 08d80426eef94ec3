import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { QuorumRule } from '#domain/dialogues/quorum';
import type { DecisionRule } from '#domain/dialogues/verdict';
import type { DialogueItemId, DialogueProposalId, PositionId } from '#domain/ids';
import { newId } from '#server/new-id';
import { dialogueFacts, itemFacts } from '#tests/factories/dialogues';
import { type InhabitedServer, startInhabitedServer } from '#tests/factories/inhabited-server';

const twoThirds = { numerator: 2, denominator: 3 };
const ofDialogue: QuorumRule = { by: 'group', atLeast: { numerator: 3, denominator: 4 } };
const byGroup: DecisionRule = {
  ...{ kind: 'threshold', by: 'group', atLeast: twoThirds },
  quorum: { by: 'institution', atLeast: twoThirds },
};

describe('the form of a proposal', () => {
  let inhabited: InhabitedServer;
  let itemId: DialogueItemId;

  const asConvenor = () => {
    const { workspaceId, dialogueId, people } = inhabited.here;
    return { actor: people.convenor.actor, workspaceId, dialogueId };
  };
  const dialogues = () => inhabited.server.services.dialogues;

  beforeAll(async () => {
    inhabited = await startInhabitedServer();
    await dialogues().editDialogue({ ...asConvenor(), facts: dialogueFacts({ quorum: ofDialogue }) });
  }, 60_000);
  afterAll(() => inhabited.server.close());
  beforeEach(async () => {
    itemId = newId<DialogueItemId>();
    await dialogues().addItem({ ...asConvenor(), itemId, facts: itemFacts() });
    await dialogues().actOnItem({ ...asConvenor(), itemId, act: 'open' });
  });

  async function refusedProposal(rule: DecisionRule): Promise<DialogueProposalId> {
    const proposalId = newId<DialogueProposalId>();
    const on = { ...asConvenor(), proposalId };
    const facts = { text: 'Share costs', scale: 'five', isHidden: true, rule } as const;
    await dialogues().propose({ ...on, itemId, facts, amendsId: null });
    await dialogues().openProposal(on);
    const { institutionId } = inhabited.here.people.contributor;
    const position = { id: newId<PositionId>(), institutionId, step: 'block', reason: 'R' } as const;
    const recorded = { ...position, isAdReferendum: false, basis: 'Letter' };
    await dialogues().recordPosition({ ...on, position: recorded });
    await dialogues().closeProposal(on);
    return proposalId;
  }

  const path = (search = '') =>
    `/w/${inhabited.here.slug}/dialogues/${inhabited.here.dialogueId}/console?item=${itemId}${search}`;

  /** What a form would send as it stands, without JavaScript. */
  async function chosenIn(html: Promise<{ html: string }>, intent: string) {
    const forms = (await html).html.split('<form').map((part) => part.split('</form>')[0] ?? '');
    const form = forms.find((part) => part.includes(`name="intent" value="${intent}"`)) ?? '';
    const selected = (name: string) =>
      form.match(new RegExp(`<select[^>]*name="${name}"[^>]*>.*?</select>`))?.[0] ?? '';
    const chosen = (name: string) =>
      selected(name)
        .match(/<option[^>]*selected=""[^>]*>/)?.[0]
        .match(/value="([^"]*)"/)?.[1];
    return {
      rule: chosen('rule'),
      threshold: [chosen('thresholdShare'), chosen('thresholdBy')],
      quorum: [chosen('quorumShare'), chosen('quorumBy')],
      scale: form.match(/<input[^>]*checked=""[^>]*value="(gradient|five|three)"/)?.[1],
      isHidden: /<input[^>]*name="isHidden"[^>]*checked=""|<input[^>]*checked=""[^>]*name="isHidden"/.test(
        form,
      ),
    };
  }
  const shown = (intent: string, search?: string) =>
    chosenIn(inhabited.browsers.convenor.get(path(search)), intent);

  it('begins with the quorum of the dialogue', async () => {
    expect(await shown(`propose-${itemId}`)).toMatchObject({ rule: 'consensus', quorum: ['3/4', 'group'] });
  });

  it('amends under the threshold and the quorum of the first', async () => {
    const amendsId = await refusedProposal(byGroup);
    expect(await shown(`amend-${amendsId}`, `&amends=${amendsId}`)).toEqual({
      ...{ rule: 'threshold', threshold: ['2/3', 'group'], quorum: ['2/3', 'institution'] },
      ...{ scale: 'five', isHidden: true },
    });
  });

  it('amends without a quorum what had none, and begins with that of the dialogue after silence', async () => {
    const none = await refusedProposal({ kind: 'consensus', quorum: null });
    expect((await shown(`amend-${none}`, `&amends=${none}`)).quorum[0]).toBe('none');
    const deadlineMs = Date.now() + 60_000;
    const silent = await refusedProposal({ kind: 'silence', deadlineMs });
    expect(await shown(`amend-${silent}`, `&amends=${silent}`)).toMatchObject({
      ...{ rule: 'silence', quorum: ['3/4', 'group'] },
    });
  });

  it('keeps what was entered when it is refused', async () => {
    const amendsId = await refusedProposal(byGroup);
    const intent = `amend-${amendsId}`;
    const entered = {
      ...{ act: 'propose', intent, id: newId<string>(), itemId, amendsId, text: ' ' },
      ...{ rule: 'threshold', thresholdShare: '3/4', thresholdBy: 'institution' },
      ...{ quorumShare: '1/1', quorumBy: 'group', scale: 'three' },
    };
    const answer = inhabited.browsers.convenor.post(path(`&amends=${amendsId}`), entered);
    expect((await answer).status).toBe(422);
    expect(await chosenIn(answer, intent)).toEqual({
      ...{ rule: 'threshold', threshold: ['3/4', 'institution'], quorum: ['1/1', 'group'] },
      ...{ scale: 'three', isHidden: false },
    });
  });
});
