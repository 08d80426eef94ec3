import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Confidentiality } from '#domain/dialogues/kinds';
import { minutesText } from '#domain/dialogues/minutes-document';
import type { DialogueItemId, DocumentId } from '#domain/ids';
import { newId } from '#server/new-id';
import { itemFacts } from '#tests/factories/dialogues';
import { type InhabitedServer, type Persona, startInhabitedServer } from '#tests/factories/inhabited-server';
import { syncFrame, until, updateOf } from '#tests/factories/sync';

const levels = ['public', 'participants', 'convenor'] as const;
/** Who may know which items: the contributor and the observer are of invited institutions, the drafter is not. */
const mayKnow: Partial<Record<Persona, readonly Confidentiality[]>> = {
  observer: ['public', 'participants'],
  contributor: ['public', 'participants'],
  drafter: ['public'],
  convenor: levels,
};
const members = Object.keys(mayKnow) as Persona[];

describe('minutes that are not for everyone', () => {
  let inhabited: InhabitedServer;
  let address: string;
  const itemIds = {} as Record<Confidentiality, DialogueItemId>;
  const documentIds = {} as Record<Confidentiality, DocumentId>;

  beforeAll(async () => {
    inhabited = await startInhabitedServer();
    const { server, here } = inhabited;
    const { dialogues, documents } = server.services;
    const { convenor } = here.people;
    const { workspaceId, dialogueId } = here;
    const asked = { actor: convenor.actor, workspaceId, dialogueId };
    address = `/w/${here.slug}/dialogues/${dialogueId}`;
    for (const level of levels) {
      itemIds[level] = newId<DialogueItemId>();
      const facts = itemFacts({ confidentiality: level, title: `title-${level}` });
      await dialogues.addItem({ ...asked, itemId: itemIds[level], facts });
    }
    const { items } = await dialogues.showMinutes(asked);
    for (const level of levels) {
      const documentId = items.find(({ itemId }) => itemId === itemIds[level])?.documentId;
      if (!documentId) throw new Error('The item has no minutes.');
      documentIds[level] = documentId;
      await documents.change(documentId, convenor, (doc) => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(`minutes-${level}`)]);
        minutesText(doc).push([paragraph]);
      });
    }
  }, 60_000);
  afterAll(() => inhabited.server.close());

  const get = async (persona: Persona, path: string) => {
    const { server, browsers } = inhabited;
    return fetch(`${server.url}${path}`, { headers: { Cookie: browsers[persona].cookies() } });
  };
  const knownIn = (text: string, what: string) => levels.filter((level) => text.includes(`${what}-${level}`));

  it.each(['/minutes', '/minutes.data', ''])('are not on the page at %s', async (path) => {
    for (const persona of members) {
      const text = await (await get(persona, `${address}${path}`)).text();
      expect([persona, knownIn(text, 'title')]).toEqual([persona, mayKnow[persona]]);
      if (path) expect([persona, knownIn(text, 'minutes')]).toEqual([persona, mayKnow[persona]]);
      for (const level of levels)
        expect(text.includes(documentIds[level])).toBe(path !== '' && mayKnow[persona]?.includes(level));
    }
  });

  it('are not in the report', async () => {
    for (const persona of members) {
      const text = await (await get(persona, `${address}/report?as=json`)).text();
      expect([persona, knownIn(text, 'minutes')]).toEqual([persona, mayKnow[persona]]);
      const wider = await (await get(persona, `${address}/report?as=json&audience=public`)).text();
      expect([persona, knownIn(wider, 'minutes')]).toEqual([persona, ['public']]);
    }
    for (const as of ['docx', 'pdf']) {
      const response = await get('drafter', `${address}/report?as=${as}&language=fr`);
      expect([as, response.status]).toEqual([as, 200]);
      expect(response.headers.get('content-disposition')).toContain(`.${as}`);
    }
  }, 60_000);

  it('are not in the feed', async () => {
    for (const path of ['/activity', '/activity.csv']) {
      const text = await (await get('drafter', `/w/${inhabited.here.slug}${path}`)).text();
      expect(knownIn(text, 'title')).toEqual([]);
      expect(knownIn(text, 'minutes')).toEqual([]);
    }
  });

  it.each(['websocket', 'http'] as const)('cannot be synced, by %s', async (by) => {
    for (const persona of members) {
      const opened: Confidentiality[] = [];
      for (const level of levels) {
        const isOpen = by === 'websocket' ? await opens(persona, level) : await opensOverHttp(persona, level);
        if (isOpen) opened.push(level);
      }
      expect([persona, opened]).toEqual([persona, mayKnow[persona]]);
    }
  });

  it('go from an open socket when the item is made confidential, with no frame of it after', async () => {
    const { server, here } = inhabited;
    const socket = connect('contributor', 'participants');
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => socket.once('message', resolve));
    const asked = { actor: here.people.convenor.actor, ...here };
    const facts = itemFacts({ confidentiality: 'convenor', title: 'title-participants' });
    await server.services.dialogues.editItem({ ...asked, itemId: itemIds.participants, facts });
    expect(await closed).toBe(4403);
    const back = itemFacts({ confidentiality: 'participants', title: 'title-participants' });
    await server.services.dialogues.editItem({ ...asked, itemId: itemIds.participants, facts: back });
    await until(async () => expect(await opens('contributor', 'participants')).toBe(true));
  });

  it('take nothing from a delegation once they are the convenors’', async () => {
    const { server, here } = inhabited;
    const asked = { actor: here.people.convenor.actor, ...here };
    const socket = connect('contributor', 'public');
    const refusals: number[] = [];
    socket.on('message', (frame: Buffer) => frame[0] === 2 && refusals.push(frame[0]));
    await new Promise((resolve) => socket.once('message', resolve));
    await server.services.dialogues.submitMinutes(asked);
    await until(() => expect(refusals).toHaveLength(1));
    socket.send(
      syncFrame(
        2,
        updateOf((doc) => doc.getText('t').insert(0, 'late')),
      ),
    );
    socket.send(
      syncFrame(
        2,
        updateOf((doc) => doc.getText('t').insert(0, 'later')),
      ),
    );
    await until(async () => expect(server.services.documents.stats().refused).toBeGreaterThanOrEqual(2));
    const { doc } = await server.services.documents.read(documentIds.public);
    expect(doc.getText('t').toString()).toBe('');
    socket.terminate();
  });

  function connect(persona: Persona, level: Confidentiality): WebSocket {
    const { server, browsers } = inhabited;
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${documentIds[level]}`, {
      headers: { Cookie: browsers[persona].cookies(), Origin: server.url },
    });
    socket.on('error', () => undefined);
    // Who only reads has to ask.
    socket.on('open', () => socket.send(syncFrame(0, Y.encodeStateVector(new Y.Doc()))));
    return socket;
  }

  /** Whether a frame comes, rather than a refusal. */
  function opens(persona: Persona, level: Confidentiality): Promise<boolean> {
    const socket = connect(persona, level);
    return new Promise<boolean>((resolve) => {
      socket.once('message', () => resolve(true));
      socket.once('close', () => resolve(false));
    }).finally(() => socket.terminate());
  }

  async function opensOverHttp(persona: Persona, level: Confidentiality): Promise<boolean> {
    const { server, browsers } = inhabited;
    const response = await fetch(`${server.url}/sync-http/${documentIds[level]}`, {
      method: 'POST',
      headers: { Cookie: browsers[persona].cookies(), Origin: server.url },
    });
    return response.status === 200 && (await response.text()).startsWith('open');
  }
});
