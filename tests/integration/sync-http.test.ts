import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '#domain/ids';
import { newId } from '#server/new-id';
import type { SyncLimits } from '#server/sync/limits';
import { type Engine, startEngine, syncFrame, until, updateOf } from '#tests/factories/sync';
import { framesIn, httpAs } from '#tests/factories/sync-http';

let engine: Engine;
let id: DocumentId;
beforeEach(() => start({ connectionsPerAccount: 20, maxFrameBytes: 100_000 }));
afterEach(() => engine.close());

async function start(limits: Partial<SyncLimits>): Promise<void> {
  engine = await startEngine({ limits });
  for (const name of ['a', 'b', 'deaf']) engine.permit(name);
  id = await engine.createDocument((doc) => doc.getText('t').insert(0, 'plan'));
}

async function restart(limits: Partial<SyncLimits>): Promise<void> {
  await engine.close();
  await start(limits);
}

const text = async () => (await engine.sync.read(id))?.doc.getText('u').toString();
const insert = (words: string) => {
  const update = updateOf((doc) => doc.getText('u').insert(0, words));
  return syncFrame(2, update);
};

describe('who may open a channel over HTTP', () => {
  it('is decided as for a socket', async () => {
    engine.rights.set('outsider', { status: 'not_found' });
    engine.rights.set('left', { status: 'signed_out' });
    const asked = async (name: string, documentId: string, parameters = {}, headers = {}) => {
      const response = await httpAs(engine, name, documentId).ask(parameters, { headers });
      return `${response.status} ${await response.text()}`;
    };
    expect(await asked('outsider', id)).toBe('404 ');
    expect(await asked('a', newId<DocumentId>())).toBe('404 ');
    expect(await asked('a', 'no-such-name')).toBe('404 ');
    expect(await asked('a', id, {}, { Origin: 'https://evil.example' })).toBe('403 ');
    expect(await asked('left', id)).toBe('200 close 4401 signed out');
    expect(await asked('a', id, { epoch: 2 })).toBe('200 close 4409 other epoch');
    expect(await asked('a', id, { schema: 1 })).toBe('200 close 4426 schema too old');
    expect(await asked('a', id)).toMatch(/^200 open [\w-]{32}$/);
    expect(engine.sync.stats()).toMatchObject({ connections: 1, httpConnections: 1 });
  });

  it('asks with POST', async () => {
    const response = await fetch(`http://${engine.origin}/sync-http/${id}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('and a thousand opens cost the account its connections, and nobody else anything', async () => {
    const a = httpAs(engine, 'a', id);
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, async () =>
        (await (await a.ask({})).text()).split(' ').slice(0, 2).join(' '),
      ),
    );
    expect(answers.filter((answer) => answer === 'close 1013')).toHaveLength(980);
    const b = engine.connect('b', id, { by: 'stream' });
    await until(() => expect(b.synced).toBe(true));
    expect(engine.sync.stats()).toMatchObject({ connections: 21, httpConnections: 21 });
  });
});

describe('a channel', () => {
  it('answers neither to a made-up name nor to another session, person or document', async () => {
    engine.permit('a2', { accountId: 'a', sessionId: 'another session' });
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    const other = await engine.createDocument();
    const tries = [
      () => a.up('x'.repeat(32), 0, framesIn(insert('no '))),
      () => httpAs(engine, 'b', id).up(channel, 0, framesIn(insert('no '))),
      () => httpAs(engine, 'a2', id).up(channel, 0, framesIn(insert('no '))),
      () => httpAs(engine, 'a', other).up(channel, 0, framesIn(insert('no '))),
      () => httpAs(engine, 'b', id).down(channel),
      () => httpAs(engine, 'nobody', id).down(channel),
    ];
    for (const attempt of tries) expect((await attempt()).status).toBe(410);
    const forged = await a.ask({ channel, at: 0, got: 0 }, { headers: { Origin: 'https://evil.example' } });
    expect(forged.status).toBe(403);
    expect((await a.up(channel, 0, framesIn(insert('mine ')))).status).toBe(200);
    await until(async () => expect(await text()).toBe('mine '));
  });

  it('goes on when the browser has got another cookie beside the session', async () => {
    engine.permit('a; language=fr', { accountId: 'a', sessionId: 'a' });
    const channel = await httpAs(engine, 'a', id).open();
    const { status } = await httpAs(engine, 'a; language=fr', id).up(channel, 0, framesIn(insert('fr ')));
    expect(status).toBe(200);
  });

  it('takes what is sent again once, in order, in whatever pieces it comes', async () => {
    const a = httpAs(engine, 'a', id);
    const channel = await a.open({ ack: 1 });
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const [i, word] of ['one ', 'two ', 'three '].entries()) doc.getText('u').insert(4 * i, word);
    const stream = framesIn(...updates.map((update) => syncFrame(2, update)));
    const [first, second] = [stream.subarray(0, 20), stream.subarray(10)];
    expect(await a.up(channel, 0, first)).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^20 \d+$/),
    });
    await a.up(channel, 0, first);
    expect((await a.up(channel, 10, second)).text).toMatch(new RegExp(`^${stream.length} `));
    await Promise.all([a.up(channel, 0, stream), a.up(channel, 5, stream.subarray(5))]);
    await until(() => expect(engine.sync.stats()).toMatchObject({ updates: 3, gaps: 0 }));
    expect((await engine.sync.read(id))?.doc.getText('u').toString()).toBe('one two three ');
  });

  it('takes nothing that comes before its time', async () => {
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    expect((await a.up(channel, 1, framesIn(insert('early ')))).status).toBe(409);
    expect((await a.up(channel, 0, framesIn(insert('in time ')))).status).toBe(200);
    await until(async () => expect(await text()).toBe('in time '));
  });

  it('repeats what came down until it is told that it has come', async () => {
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    await a.up(channel, 0, framesIn(syncFrame(0, Y.encodeStateVector(new Y.Doc()))));
    const first = await a.down(channel);
    const again = await a.down(channel);
    expect(again.bytes).toEqual(first.bytes);
    expect(first.read().frames.some((frame) => frame[0] === 0 && frame[1] === 1)).toBe(true);
    const rest = await a.down(channel, 5);
    expect(rest.bytes).toEqual(first.bytes.subarray(5));
    expect((await a.down(channel, 0)).status).toBe(409);
    expect((await a.down(channel, 1_000_000)).status).toBe(409);
  });

  it('waits for something to come, and gives up soon enough for the client to show that it lives', async () => {
    await restart({ sweepMs: 1_500 });
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    let got = (await a.down(channel)).bytes.length;
    const idle = await a.down(channel, got);
    // Signs of life at most.
    expect(idle.read().frames.every((frame) => frame[0] === 1)).toBe(true);
    got += idle.bytes.length;
    const waiting = a.down(channel, got);
    await engine.sync.change(id, { accountId: null, institutionId: null }, (doc) =>
      doc.getText('t').insert(0, '!'),
    );
    expect((await waiting).read().frames.some((frame) => frame[0] === 0 && frame[1] === 2)).toBe(true);
  });

  it('of a client that is not heard of any more ends', async () => {
    await restart({ sweepMs: 50 });
    await httpAs(engine, 'a', id).open();
    expect(engine.sync.stats().connections).toBe(1);
    await until(() => expect(engine.sync.stats()).toMatchObject({ connections: 0, httpConnections: 0 }));
  });

  it('closes at once when the client says so, with what it still had to send', async () => {
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    const body = framesIn(insert('last words, '));
    expect((await a.ask({ channel, at: 0, got: 0, bye: 1 }, { body })).status).toBe(200);
    expect(engine.sync.stats().connections).toBe(0);
    await until(async () => expect(await text()).toBe('last words, '));
    expect((await a.down(channel)).status).toBe(410);
  });

  it('tells why it is closed, also to a client that asks a little later', async () => {
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    engine.rights.set('a', { status: 'not_found' });
    await engine.sync.refreshGrants({ accountId: 'a' });
    expect(engine.sync.stats().connections).toBe(0);
    expect((await a.down(channel)).read().close).toBe(4403);
    await until(async () => expect((await a.down(channel)).status).toBe(410));
  });
});

describe('a hostile client', () => {
  it('is cut off when a frame says that it will be larger than allowed, before it has come', async () => {
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    // The kind, and a length of 2^28.
    await a.up(channel, 0, Uint8Array.of(0, 128, 128, 128, 128, 1));
    expect(engine.sync.stats().connections).toBe(0);
    expect((await a.down(channel)).read().close).toBe(1009);
  });

  it.each([
    ['a record of no known kind', Uint8Array.of(7, 1, 0)],
    ['an empty frame', framesIn(new Uint8Array())],
    ['a frame of noise', framesIn(Uint8Array.of(0, 2, 255, 255, 3, 1, 2, 3))],
  ])('is cut off for good after %s', async (_name, bytes) => {
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    await a.up(channel, 0, bytes);
    expect((await a.down(channel)).read().close).toBe(4400);
    expect(engine.sync.stats()).toMatchObject({ connections: 0, malformed: 1 });
  });

  it('that names offsets of no sense is refused', async () => {
    const a = httpAs(engine, 'a', id);
    const channel = await a.open();
    for (const at of ['-1', 'x', '1e9', '9'.repeat(20)]) {
      expect((await a.ask({ channel, at, got: 0 }, { body: framesIn(insert('no')) })).status).toBe(400);
      expect((await a.ask({ channel, got: at, wait: 'poll' })).status).toBe(400);
    }
    expect(await text()).toBe('');
  });

  it('that never reads costs one document, not its backlog, and is let go', async () => {
    await restart({ congestedBytes: 50_000, sweepMs: 300 });
    const deaf = httpAs(engine, 'deaf', id);
    const channel = await deaf.open();
    const stream = httpRequest(
      `http://${engine.origin}/sync-http/${id}?channel=${channel}&got=0&wait=stream`,
      {
        method: 'POST',
        headers: { Cookie: 'deaf', Origin: `http://${engine.origin}` },
      },
    );
    stream.on('error', () => undefined);
    stream.on('response', (response) => response.on('error', () => undefined).pause());
    stream.end();
    const a = engine.connect('a', id);
    await until(() => expect(a.synced).toBe(true));
    const alive = setInterval(() => void deaf.up(channel, 0, new Uint8Array()).catch(() => undefined), 50);
    for (let i = 0; engine.sync.stats().behind === 0; i++) {
      a.doc.getMap('m').set('big', `${i}${'x'.repeat(20_000)}`);
      await until(() => expect(engine.sync.stats().updates).toBe(i + 1));
    }
    // It goes on saying that it lives, and still takes nothing.
    await until(() => expect(engine.sync.stats()).toMatchObject({ connections: 1, httpConnections: 0 }));
    clearInterval(alive);
    stream.destroy();
    a.doc.getText('u').insert(0, 'on');
    await until(async () => expect(await text()).toBe('on'));
  });
});
