import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { applyPatch } from '#domain/dialogues/view-patch';
import type { DialogueProposalId } from '#domain/ids';
import { type DialogueView, makeLiveDialogues } from '#server/features/dialogues';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { consensus, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import { type BuiltMember, buildWorkspace } from '#tests/factories/workspaces';

const asSent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe.each(dialects)('a dialogue that is followed, on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let live: ReturnType<typeof makeLiveDialogues>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db, 'mdg');
    live = makeLiveDialogues({
      ...{ db, clock: test.clock, events: test.house.events, workspaces: test.house.workspaces },
      documents: test.documents,
      onError: (error) => {
        throw error;
      },
    });
  });
  afterEach(async () => {
    await live.stop();
    await db.close();
  });

  /** Follows as the page does; `until` waits for what it then shows. */
  async function follow(who: BuiltMember, audience: 'own' | 'room' = 'own') {
    const follower = { view: null as DialogueView | null, events: [] as string[], hasEnded: false };
    const waiting = new Set<() => void>();
    const stop = await live.watch({
      ...test.as(who),
      audience,
      send: (event, json) => {
        follower.events.push(event);
        const sent = JSON.parse(json);
        follower.view = event === 'view' ? sent : applyPatch(follower.view as DialogueView, sent);
        for (const look of waiting) look();
      },
      onEnd: () => {
        follower.hasEnded = true;
      },
    });
    const until = (isSo: (view: DialogueView) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (follower.view && isSo(follower.view)) resolve();
        };
        waiting.add(look);
        look();
      });
    return Object.assign(follower, { stop, until });
  }

  const isRunning = ({ items }: DialogueView) => items.some(({ item }) => item.state === 'running');

  it('shows everyone what a fresh page would show them, after each change', async () => {
    const itemId = await test.addItem();
    const everyone = [test.convenor, test.ministry, test.fund, test.observer, test.guest];
    const followers = await Promise.all(everyone.map((who) => follow(who)));
    await test.dialogues.actOnItem({ ...test.asConvenor, itemId, act: 'open' });
    const proposalId = await test.openProposal(itemId);
    for (const [index, follower] of followers.entries()) {
      const who = everyone[index] as BuiltMember;
      await follower.until(({ items }) => items[0]?.proposals[0]?.isTaking === true);
      expect(follower.view?.items[0]?.proposals[0]?.id).toBe(proposalId);
      expect(follower.view).toEqual(asSent(await test.dialogues.showDialogue(test.as(who))));
    }
  });

  it('sends nothing to those to whom nothing of a change shows', async () => {
    const secret = await test.addItem('convenor');
    const open = await test.addItem('public');
    const convenor = await follow(test.convenor);
    const guest = await follow(test.guest);
    const wall = await follow(test.convenor, 'room');
    await test.dialogues.actOnItem({ ...test.asConvenor, itemId: secret, act: 'open' });
    await convenor.until(isRunning);
    await test.dialogues.actOnItem({ ...test.asConvenor, itemId: secret, act: 'close' });
    await test.dialogues.actOnItem({ ...test.asConvenor, itemId: open, act: 'open' });
    await Promise.all([guest.until(isRunning), wall.until(isRunning)]);
    // The opening of the dialogue shows to all; of the secret item nothing does.
    for (const { events, view } of [guest, wall]) {
      expect(events.filter((event) => event === 'patch').length).toBeLessThanOrEqual(2);
      expect(view?.items.map(({ id }) => id)).toEqual([open]);
    }
    expect(JSON.stringify(guest.view)).not.toContain('Item convenor');
  });

  it('shows a draft to the convenors alone, neither to delegations nor on the wall, until it is put', async () => {
    const itemId = await test.addItem();
    const convenor = await follow(test.convenor);
    const others = await Promise.all([
      ...[test.ministry, test.observer, test.guest].map((who) => follow(who)),
      follow(test.convenor, 'room'),
    ]);
    const facts = { text: 'The draft', scale: 'gradient', isHidden: false, rule: consensus } as const;
    const [put, dropped] = [newId<DialogueProposalId>(), newId<DialogueProposalId>()];
    const proposalsIn = ({ items }: DialogueView) => items.flatMap(({ proposals }) => proposals);
    for (const proposalId of [put, dropped])
      await test.dialogues.propose({ ...test.asConvenor, proposalId, itemId, facts, amendsId: null });
    await convenor.until((view) => proposalsIn(view).length === 2);
    await test.dialogues.withdrawProposal({ ...test.asConvenor, proposalId: dropped });
    await convenor.until((view) => proposalsIn(view)[1]?.state === 'withdrawn');
    for (const { events, view } of others) {
      expect(events).toEqual(['view']);
      expect(proposalsIn(view as DialogueView)).toEqual([]);
    }
    await test.dialogues.openProposal({ ...test.asConvenor, proposalId: put });
    for (const other of others) {
      await other.until((view) => proposalsIn(view).length > 0);
      expect(proposalsIn(other.view as DialogueView).map(({ id }) => id)).toEqual([put]);
    }
  });

  it('is not there for another workspace, also while it is being followed', async () => {
    await follow(test.convenor);
    const stranger = await buildWorkspace(db, { slug: 'bdi' });
    const asked = { actor: stranger.convenor.actor, workspaceId: stranger.workspaceId };
    const watching = live.watch({
      ...{ ...asked, dialogueId: test.dialogueId, audience: 'own' },
      ...{ send: () => expect.fail('something was sent'), onEnd: () => undefined },
    });
    await expect(watching).rejects.toMatchObject({ code: 'not_found' });
  });

  it('ends for whoever stands otherwise in the workspace than when they came', async () => {
    const changed = await follow(test.fund);
    const other = await follow(test.ministry);
    await test.house.workspaces.changeMembership({
      ...{ actor: test.convenor.actor, workspaceId: test.workspaceId },
      ...{ membershipId: test.fund.membershipId, role: 'observer', canInvite: false },
    });
    expect([changed.hasEnded, other.hasEnded]).toEqual([true, false]);
  });

  it('ends at once for whoever no longer stands as they did when they asked', async () => {
    await test.house.workspaces.changeMembership({
      ...{ actor: test.convenor.actor, workspaceId: test.workspaceId },
      ...{ membershipId: test.fund.membershipId, role: 'observer', canInvite: false },
    });
    const asBefore = await follow(test.fund);
    expect([asBefore.hasEnded, asBefore.events]).toEqual([true, []]);
  });

  it('sends nothing more to whoever has stopped', async () => {
    const itemId = await test.addItem();
    const gone = await follow(test.fund);
    const stays = await follow(test.ministry);
    gone.stop();
    await test.dialogues.actOnItem({ ...test.asConvenor, itemId, act: 'open' });
    await stays.until(isRunning);
    expect(gone.events).toEqual(['view']);
  });
});
