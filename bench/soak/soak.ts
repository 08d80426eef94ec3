import { setTimeout as wait } from 'node:timers/promises';
import { Histogram } from '../sync/histogram';
import type { Server } from '../sync/servers';
import { type SoakCounts, SoakRoom } from './soak-room';
import type { Sample } from './trend';

export const documents = 200;
/** Beside those in use: for as long as nobody is in them they leave memory, which takes half a minute. */
export const deserted = 8;
const desertEveryMs = 5_000;
const goingPerSecond = 4;
const movesPerSecond = 40;

export interface Soak {
  samples: Sample[];
  counts: SoakCounts;
  latency: Histogram;
  /** Empty rooms that people came back to. */
  reopened: number;
}

/** 200 documents with ten people in each, one of whom writes a letter a second, for so long. */
export async function soak(
  server: Server,
  {
    minutes,
    sampleMs,
    onSample,
  }: { minutes: number; sampleMs: number; onSample(sample: Sample, connections: number): void },
): Promise<Soak> {
  const latency = new Histogram();
  const counts: SoakCounts = {
    edits: 0,
    delivered: 0,
    presences: 0,
    comings: 0,
    dropped: 0,
    refused: 0,
    gaps: 0,
    missing: 0,
  };
  const rooms = Array.from(
    { length: documents + deserted },
    (_, number) => new SoakRoom({ server, number, latency, counts }),
  );
  const inUse = rooms.slice(0, documents);
  const empty = rooms.slice(documents);
  for (const room of inUse) await room.open();

  const start = performance.now();
  const timers: NodeJS.Timeout[] = [];
  const pending = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let reopened = 0;
  let turn = 0;
  const run = (work: Promise<void>) => {
    const settled = work.catch((error) => void failures.push(error)).finally(() => pending.delete(settled));
    pending.add(settled);
  };
  /** So often in all, also where a timer is late. */
  const every = (ms: number, work: () => void) => {
    let done = 0;
    const catchUp = () => {
      for (const due = (performance.now() - start) / ms; done < due; done++) work();
    };
    timers.push(setInterval(catchUp, ms));
  };
  const anyRoom = () => inUse[Math.floor(Math.random() * inUse.length)] as SoakRoom;
  const anyReader = () => 1 + Math.floor(Math.random() * 9);

  // Spread over the second, as people are.
  every(1_000 / documents, () => inUse[turn++ % inUse.length]?.type());
  every(1_000 / movesPerSecond, () => anyRoom().move(anyReader()));
  every(1_000 / goingPerSecond, () => run(anyRoom().comeAndGo(anyReader())));
  every(1_000, () => {
    for (const room of inUse) run(room.bringBack());
  });
  every(desertEveryMs, () => run(desertOne()));

  async function desertOne(): Promise<void> {
    const leaving = inUse.shift() as SoakRoom;
    const returning = empty.shift() as SoakRoom;
    await leaving.leave();
    empty.push(leaving);
    await returning.open();
    inUse.push(returning);
    reopened++;
  }

  const samples: Sample[] = [];
  try {
    for (let next = sampleMs; next <= minutes * 60_000; next += sampleMs) {
      await wait(Math.max(0, start + next - performance.now()));
      const { heap, external, rss } = await server.memory();
      const minute = (performance.now() - start) / 60_000;
      samples.push({ minute, heapKiB: heap / 1024, externalKiB: external / 1024, rssKiB: rss / 1024 });
      onSample(
        samples.at(-1) as Sample,
        rooms.reduce((sum, { connections }) => sum + connections, 0),
      );
    }
  } finally {
    for (const timer of timers) clearInterval(timer);
  }
  await Promise.all(pending);
  if (failures.length > 0) throw failures[0];
  const deadline = performance.now() + 10_000;
  const missing = () => inUse.reduce((sum, room) => sum + room.countMissing(), 0);
  while (missing() > 0 && performance.now() < deadline) await wait(50);
  counts.missing = missing();
  await Promise.all(rooms.map((room) => room.leave()));
  return { samples, counts, latency, reopened };
}
