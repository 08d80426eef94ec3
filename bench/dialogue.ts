// 300 people follow one dialogue while a convenor runs it: how long it takes until everyone has been told of a change.
// Target: 95 of 100 within 300 ms. Then the server is killed and started again: how long until everyone is back.
import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoUrl, withDemoServer } from './demo-server';
import { fillSitting } from './dialogue/fill-sitting';
import { loadAverage, machine, median } from './machine';

const followers = 300;
const rounds = 8;

const dataDir = mkdtempSync(join(tmpdir(), 'concord-sitting-'));
const sitting = await fillSitting(dataDir, followers);
const path = `/w/${sitting.slug}/dialogues/${sitting.dialogueId}`;

/** A page that follows the dialogue, as a browser does: it comes back three seconds after it lost its connection. */
class Follower {
  /** When the last change came, by performance.now(). */
  toldAt = 0;
  bytes = 0;
  #asking: ClientRequest | null = null;
  #hasLeft = false;

  constructor(readonly cookie: string) {}

  follow(): void {
    this.#asking = request(
      `${demoUrl}${path}/live`,
      { headers: { cookie: this.cookie }, agent: false },
      (answer) => {
        if (answer.statusCode !== 200) throw new Error(`following was answered with ${answer.statusCode}`);
        answer.on('data', (chunk: Buffer) => {
          this.bytes += chunk.length;
          if (chunk.includes('event: ')) this.toldAt = performance.now();
        });
        answer.on('close', () => this.#comeBack());
        answer.on('error', () => undefined);
      },
    );
    this.#asking.on('error', () => this.#comeBack());
    this.#asking.end();
  }

  leave(): void {
    this.#hasLeft = true;
    this.#asking?.destroy();
  }

  #comeBack(): void {
    if (this.#asking === null || this.#hasLeft) return;
    this.#asking = null;
    setTimeout(() => this.follow(), 3_000);
  }
}

const pages = sitting.cookies.map((cookie) => new Follower(cookie));
console.log(`${machine()}; load before: ${loadAverage()}`);
console.log(
  `${followers} people of ${sitting.institutions} institutions follow one dialogue of ${sitting.items.length} items`,
);

await withDemoServer(
  async () => {
    const startedAt = performance.now();
    for (const page of pages) page.follow();
    await everyoneTold(startedAt);
    console.log(
      `until all have come: ${Math.round(performance.now() - startedAt)} ms, ${kib(pages)} KiB each`,
    );
    const delays: Record<string, number[]> = {};
    for (let round = 0; round < rounds; round++) {
      const itemId = sitting.items[round % sitting.items.length] ?? '';
      const requestId = `${crypto.randomUUID()}-intervention`;
      await measured(delays, 'an item opens', { act: 'item', itemId, itemAct: 'open' });
      await measured(delays, 'the floor is asked for', {
        ...{ act: 'floor-enter', itemId, id: requestId.replace('-intervention', '') },
        ...{ kind: 'intervention', speaker: 'Head of delegation', institutionId: sitting.speakerId },
      });
      await measured(delays, 'a speaker begins', { act: 'floor-order', itemId, requestId, order: 'give' });
      await measured(delays, 'a speaker ends', { act: 'floor-order', itemId, requestId, order: 'end' });
      await measured(delays, 'an item closes', { act: 'item', itemId, itemAct: 'close' });
    }
    console.log('ms from sending a change until a follower is told: p50, p95, the slowest');
    for (const [name, values] of Object.entries({ ...delays, all: Object.values(delays).flat() }))
      console.log(
        `  ${name.padEnd(24)} ${percentile(values, 50)}  ${percentile(values, 95)}  ${percentile(values, 100)}`,
      );
    const p95 = percentile(Object.values(delays).flat(), 95);
    console.log(`p95 ${p95} ms (target: 300): ${p95 <= 300 ? 'met' : 'missed'}`);
    console.log(`${kib(pages)} KiB each in all, after ${Object.keys(delays).length * rounds} changes`);
  },
  { dataDir, databaseUrl: null },
);

const killedAt = performance.now();
await withDemoServer(
  async () => {
    const upAt = performance.now();
    await everyoneTold(killedAt);
    console.log(
      `after a restart: up in ${Math.round(upAt - killedAt)} ms, all back after ${Math.round(performance.now() - upAt)} ms more`,
    );
    for (const page of pages) page.leave();
  },
  { dataDir, databaseUrl: null },
);
console.log(`load after: ${loadAverage()}`);
rmSync(dataDir, { recursive: true, force: true });

async function measured(
  delays: Record<string, number[]>,
  name: string,
  fields: Record<string, string>,
): Promise<void> {
  const sentAt = performance.now();
  const answer = await fetch(`${demoUrl}${path}/console`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ cookie: sitting.convenorCookie, Origin: demoUrl },
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields),
  });
  if (answer.status !== 302)
    throw new Error(`${name} was answered with ${answer.status}: ${await answer.text()}`);
  await everyoneTold(sentAt);
  delays[name] = [...(delays[name] ?? []), ...pages.map(({ toldAt }) => Math.round(toldAt - sentAt))];
}

/** Resolves when every follower has been told of something since the instant. */
async function everyoneTold(since: number): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (pages.some(({ toldAt }) => toldAt < since)) {
    if (performance.now() > deadline) throw new Error('not everyone was told within a minute');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)] ?? 0;
}

function kib(all: Follower[]): number {
  return Math.round(median(all.map(({ bytes }) => bytes)) / 1024);
}
