import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { maskedFrame, openRawSocket, type RawSocket } from '../sync/raw-socket';
import { presenceFrame, syncFrame } from './target';

export interface Victim {
  port: number;
  /** The document that honest people are in. */
  documentId: string;
  /** Another one. */
  elsewhere: string;
  /** To be called for each thing done. */
  did(times?: number): void;
}

type Attack = (victim: Victim) => Promise<unknown>;

let names = 0;

function enter({ port }: Victim, documentId: string, name = `hostile${names++}`): Promise<RawSocket> {
  return openRawSocket({ port, path: `/sync/${documentId}`, name, onMessage: () => undefined });
}

/** So many at a time, over and over, whatever becomes of each. */
async function overAndOver(parallel: number, work: () => Promise<void>): Promise<void> {
  const one = async () => {
    for (;;) {
      await work().catch(() => undefined);
      await pause(0);
    }
  };
  await Promise.all(Array.from({ length: parallel }, one));
}

/** Comes in, says this in place of frames, waits to be thrown out for as long as it may take, and leaves. */
async function say(victim: Victim, bytes: () => Buffer[], waitMs = 50): Promise<void> {
  const socket = await enter(victim, victim.documentId);
  for (const piece of bytes()) socket.write(piece);
  for (let waited = 0; socket.isOpen && waited < waitMs; waited += 10) await pause(10);
  await socket.close();
  victim.did();
}

/** The head of a masked frame that says so much will follow. */
function head(length: number, first = 0x82): Buffer {
  const frame = Buffer.alloc(14);
  frame[0] = first;
  frame[1] = 0x80 | 127;
  frame.writeBigUInt64BE(BigInt(length), 2);
  return frame;
}

/** What RFC 6455 forbids, one each. */
const broken = [
  Buffer.of(0x82, 2, 1, 1), // not masked
  Buffer.of(0xf2, 0x80, 0, 0, 0, 0), // reserved bits
  Buffer.of(0x83, 0x80, 0, 0, 0, 0), // no such opcode
  Buffer.of(0x80, 0x80, 0, 0, 0, 0), // goes on with nothing
  Buffer.of(0x09, 0x80, 0, 0, 0, 0), // a ping in parts
  Buffer.of(0x88, 0x81, 0, 0, 0, 0, 1), // a close with half a code
  Buffer.of(0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28), // text that is none
];

/** An update that stands on what nobody has. */
function orphan(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'lost');
  const before = Y.encodeStateVector(doc);
  doc.getText('t').insert(2, 'x'.repeat(200));
  return syncFrame(2, Y.encodeStateAsUpdate(doc, before));
}

export const attacks = {
  garbage: (victim) => overAndOver(20, () => say(victim, () => [randomBytes(500)])),

  'frames cut short': (victim) =>
    overAndOver(20, () => say(victim, () => [maskedFrame(randomBytes(60_000)).subarray(0, 30_000)])),

  'frames too large': (victim) =>
    overAndOver(10, () =>
      say(victim, () => [head(2 ** 40), ...Array.from({ length: 20 }, () => randomBytes(65_536))]),
    ),

  'broken frames': (victim) =>
    overAndOver(20, () => say(victim, () => [broken[names % broken.length] as Buffer])),

  /** Eight megabytes allowed, in crumbs of a few bytes, of which each is kept until the last has come. */
  crumbs: async (victim) => {
    const crumb = Buffer.alloc(7);
    crumb[0] = 0x00;
    crumb[1] = 0x81;
    const first = Buffer.from(crumb);
    first[0] = 0x02;
    const crumbs = Buffer.concat(Array.from({ length: 500 }, () => crumb));
    await overAndOver(50, async () => {
      const socket = await enter(victim, victim.documentId);
      socket.write(first);
      while (socket.isOpen) {
        socket.write(crumbs);
        victim.did(500);
        await pause(5);
      }
    });
  },

  'updates without parents': (victim) =>
    overAndOver(10, async () => {
      const socket = await enter(victim, victim.documentId);
      while (socket.isOpen) {
        for (let i = 0; i < 20; i++) socket.send(orphan());
        victim.did(20);
        await pause(10);
      }
    }),

  'presence spam': (victim) =>
    overAndOver(30, async () => {
      const socket = await enter(victim, victim.documentId);
      const id = 1_000_000 + names;
      for (let clock = 1; socket.isOpen; clock += 10) {
        for (let i = 0; i < 10; i++)
          socket.send(presenceFrame(id, clock + i, { at: clock + i, x: 'x'.repeat(3_500) }));
        victim.did(10);
        await pause(10);
      }
    }),

  '50 MB unread': async (victim) => {
    const deaf = await enter(victim, victim.elsewhere, 'deaf');
    deaf.send(syncFrame(0, Uint8Array.of(0)));
    deaf.setReading(false);
    // Together 50 MB within ten seconds, as fast as the server reads from so many.
    const [writers, pieces] = [20, 40];
    await Promise.all(
      Array.from({ length: writers }, async () => {
        const socket = await enter(victim, victim.elsewhere);
        const doc = new Y.Doc();
        doc.on('update', (update: Uint8Array) => socket.send(syncFrame(2, update)));
        for (let i = 0; i < pieces; i++) {
          doc.getMap('big').set(`of ${names}`, randomBytes(32_768).toString('hex'));
          victim.did(65_536);
          await pause(150);
        }
      }),
    );
    await new Promise(() => undefined);
  },

  /** As many as the machine of the attacker manages, and no more than 1,000 a second. */
  '1,000 comings a second': async (victim) => {
    for (let next = performance.now(); ; next += 10) {
      for (let i = 0; i < 10; i++) {
        void enter(victim, victim.documentId)
          .then((socket) => socket.close())
          .catch(() => undefined);
        victim.did();
      }
      await pause(Math.max(0, next + 10 - performance.now()));
    }
  },
} satisfies Record<string, Attack>;

export type AttackName = keyof typeof attacks;
export const attackNames = Object.keys(attacks) as AttackName[];
