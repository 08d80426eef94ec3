import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionId, DialogueId, DialogueItemId, DialogueProposalId, PositionId } from '#domain/ids';
import { newId } from '#server/new-id';
import { consensus, dialogueFacts, itemFacts } from '#tests/factories/dialogues';
import { type InhabitedServer, type Persona, startInhabitedServer } from '#tests/factories/inhabited-server';

/** The contributor is of the institution that is invited and speaks ad referendum, the drafter of another. */
describe('the register and its files under the Chatham House Rule', () => {
  let inhabited: InhabitedServer;
  const dialogueId = newId<DialogueId>();
  const decisionId = newId<DecisionId>();
  const asked = () => {
    const { people, workspaceId } = inhabited.here;
    return { actor: people.convenor.actor, workspaceId, dialogueId };
  };

  beforeAll(async () => {
    inhabited = await startInhabitedServer();
    const { server, here } = inhabited;
    const { dialogues } = server.services;
    const { institutionId } = here.people.contributor;
    const itemId = newId<DialogueItemId>();
    const on = { ...asked(), proposalId: newId<DialogueProposalId>() };
    await dialogues.planDialogue({ ...on, facts: dialogueFacts({ isChathamHouse: true }) });
    await dialogues.inviteInstitutions({ ...on, institutionIds: [institutionId] });
    await dialogues.addItem({ ...on, itemId, facts: itemFacts() });
    await dialogues.startDialogue(on);
    const facts = { text: 'As put', scale: 'gradient', isHidden: false, rule: consensus } as const;
    await dialogues.propose({ ...on, itemId, facts, amendsId: null });
    await dialogues.openProposal(on);
    await dialogues.recordPosition({
      ...on,
      position: {
        ...{ id: newId<PositionId>(), institutionId, step: 'support' as const, reason: '' },
        ...{ isAdReferendum: true, basis: 'A letter' },
      },
    });
    await dialogues.closeProposal(on);
    const decision = { text: 'As decided', budgetImplication: '', reviewOn: null, changes: null };
    await dialogues.decide({ ...on, decisionId, facts: decision });
  }, 60_000);
  afterAll(() => inhabited.server.close());

  const get = (persona: Persona, path: string) =>
    fetch(`${inhabited.server.url}/w/${inhabited.here.slug}${path}`, {
      headers: { Cookie: inhabited.browsers[persona].cookies(), 'Accept-Language': 'en' },
    });
  const textAt = async (persona: Persona, path: string) => (await get(persona, path)).text();

  it('name in the register’s file nobody who spoke ad referendum, and tell those not invited of none', async () => {
    const count = '1 position was taken ad referendum.';
    for (const persona of ['convenor', 'contributor', 'drafter'] as const) {
      const csv = await textAt(persona, '/decisions.csv');
      expect([persona, csv.includes('As decided'), csv.includes(count)]).toEqual([
        ...[persona, true, persona !== 'drafter'],
      ]);
      expect(csv).not.toContain('spoke ad referendum');
    }
  });

  it('name on the pages of the register and of the decision those who spoke to who took part alone', async () => {
    for (const path of ['/decisions', `/decisions/${decisionId}`, `/dialogues/${dialogueId}`])
      for (const persona of ['convenor', 'contributor', 'drafter'] as const) {
        const html = await textAt(persona, path);
        expect([path, persona, html.includes('As decided'), html.includes('spoke ad referendum')]).toEqual([
          ...[path, persona, true, persona !== 'drafter'],
        ]);
      }
  });

  it('lead from the decision to what was put', async () => {
    const html = await textAt('drafter', `/decisions/${decisionId}`);
    expect(html).toContain('As put');
    expect(html).toContain(`/dialogues/${dialogueId}`);
    expect(html).toContain('only participants see who took which position');
  });

  it('say in the name of a copy of the report for whom it is', async () => {
    const nameOf = async (audience: string) => {
      const response = await get(
        'convenor',
        `/dialogues/${dialogueId}/report?as=json&language=en&audience=${audience}`,
      );
      return decodeURIComponent(response.headers.get('content-disposition') ?? '');
    };
    expect(await nameOf('participants')).toContain('For participants only.json');
    expect(await nameOf('public')).toContain('For all members.json');
  });

  it('let those who hand the report on choose for whom, in a form that needs no script', async () => {
    const path = `/dialogues/${dialogueId}/minutes`;
    const html = await textAt('convenor', path);
    for (const audience of ['convenor', 'participants', 'public'])
      expect(html).toMatch(new RegExp(`<input type="radio"[^>]*name="audience"[^>]*value="${audience}"`));
    expect(await textAt('contributor', path)).not.toContain('name="audience"');
  });

  it('name those who spoke once the rule no longer holds', async () => {
    const { dialogues } = inhabited.server.services;
    await dialogues.editDialogue({ ...asked(), facts: dialogueFacts() });
    expect(await textAt('drafter', '/decisions.csv')).toContain('spoke ad referendum');
  });
});
