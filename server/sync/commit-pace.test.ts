import { expect, it } from 'vitest';
import { CommitPace, gatherMs } from './commit-pace';

const roomOf = (people: number) => ({ peers: { size: people } });

it('whoever is alone waits for nothing', () => {
  expect(new CommitPace().dueAt(roomOf(2), 1000)).toBe(1000);
});

it('right after a commit the next one gathers for a moment, also what other rooms have', () => {
  const pace = new CommitPace();
  pace.committed([roomOf(2)], 1000);
  expect(pace.dueAt(roomOf(2), 1001)).toBe(1001 + gatherMs);
});

it('once it has been quiet nothing waits again', () => {
  const pace = new CommitPace();
  const room = roomOf(100);
  pace.committed([room], 1000);
  expect(pace.dueAt(room, 1100)).toBe(1100);
});

it('a busy full room waits longer, the more so the fuller it is, but never noticeably', () => {
  const pace = new CommitPace();
  const [full, overfull] = [roomOf(80), roomOf(1_000)];
  pace.committed([full, overfull], 1000);
  const [one, other] = [pace.dueAt(full, 1001) - 1001, pace.dueAt(overfull, 1001) - 1001];
  expect(one).toBeGreaterThan(gatherMs);
  expect(other).toBeGreaterThan(one);
  // One picture of a screen, of which there are sixty a second.
  expect(other).toBeLessThan(1000 / 60);
});
