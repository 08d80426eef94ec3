import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { updateOf } from '#tests/factories/sync';
import { Content } from './content';
import { GroupCommit } from './group-commit';
import { Room } from './room';
import type { LogEntry, SyncStorage } from './types';

const author = { accountId: null, institutionId: null };

function makeRoom(documentId: string): Room {
  return new Room({
    documentId,
    content: Content.built(new Y.Doc()),
    epoch: 1,
    seq: 0,
    storedBytes: 0,
    sinceSnapshot: { updates: 0, bytes: 0 },
    stamps: { next: () => 1 },
  });
}

function meet() {
  const disk = { failure: null as Error | null, written: [] as LogEntry[] };
  const broken: string[] = [];
  const storage = {
    append: async (entries: LogEntry[]) => {
      if (disk.failure) throw disk.failure;
      disk.written.push(...entries);
    },
    loadAfter: async () => ({ epoch: 1, updates: [] }),
  } as Partial<SyncStorage> as SyncStorage;
  const commit = new GroupCommit({
    storage,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    onSettled: () => undefined,
    onBroken: (room) => broken.push(room.documentId),
  });

  /** Resolves with "durable" or "failed"; `onHeard` may throw. */
  function write(room: Room, onHeard: () => void = () => undefined): Promise<string> {
    return new Promise((resolve) => {
      const heard = (outcome: string) => {
        resolve(outcome);
        onHeard();
      };
      const bytes = updateOf((doc) => doc.getText('t').insert(0, 'x'));
      const onDurable = () => heard('durable');
      room.submit({ bytes, author, peer: null, onDurable, onFailed: () => heard('failed') });
      commit.schedule(room);
    });
  }
  return { disk, broken, commit, write };
}

const fail = () => {
  throw new Error('a callback that throws');
};

it('goes on where the sender of a failed commit cannot be told, and tells the others', async () => {
  const { disk, broken, write, commit } = meet();
  const [a, b] = [makeRoom('a'), makeRoom('b')];
  disk.failure = new Error('no disk');
  const outcomes = [write(a, fail), write(a), write(b)];
  expect(await Promise.all(outcomes)).toEqual(['failed', 'failed', 'failed']);
  await commit.drain();
  expect(broken).toEqual(['a']);
  disk.failure = null;
  expect(await write(b)).toBe('durable');
});

it('goes on where a receipt cannot be given, and gives the others theirs', async () => {
  const { broken, write, commit } = meet();
  const [a, b] = [makeRoom('a'), makeRoom('b')];
  expect(await Promise.all([write(a, fail), write(a), write(b)])).toEqual(['durable', 'durable', 'durable']);
  await commit.drain();
  expect(broken).toEqual(['a']);
  expect(await write(b)).toBe('durable');
});

it('goes on where a room breaks in a way that nobody thought of', async () => {
  const { write, broken, commit } = meet();
  const [a, b, c] = [makeRoom('a'), makeRoom('b'), makeRoom('c')];
  a.takeBatch = fail;
  void write(a);
  void write(b);
  await commit.drain();
  // Which of them were done with is not known: both are read again.
  expect(broken).toEqual(['a', 'b']);
  expect(await write(c)).toBe('durable');
});
