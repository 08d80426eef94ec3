import { setTimeout as wait } from 'node:timers/promises';
import { makeScript } from '../edits';
import { bring, enter } from '../room-load';
import { roomName } from '../rooms';
import type { Context, Figures, Scenario } from '../scenario';
import { atMost } from '../scenario';
import { type ServerName, withServer } from '../servers';

const kib = 1024;

/** Opens documents of 1 kB with one person each, then lets more people into the same ones. */
async function run(name: ServerName, { isQuick }: Context): Promise<Figures> {
  const [rooms, perRoom] = isQuick ? [100, 6] : [200, 10];
  const { seed } = makeScript({ writers: 0, updates: 0 });
  return withServer(name, { rooms: rooms + 10 }, async (server) => {
    const { port, dialect } = server;
    const sockets: { close(): Promise<void> }[] = [];
    const join = async (room: number, person: number) => {
      const name = `person-${room}-${person}`;
      const entered = await enter({ dialect, port, room: roomName(room), name, onUpdate: () => undefined });
      sockets.push(entered.socket);
    };
    // What is made once, however many come, is made before anything is counted.
    for (let room = rooms; room < rooms + 10; room++) {
      await bring({ dialect, port, room: roomName(room), content: seed });
      await join(room, 0);
    }
    await wait(1000);
    const empty = await server.memory();
    for (let room = 0; room < rooms; room++) {
      await bring({ dialect, port, room: roomName(room), content: seed });
      await join(room, 0);
    }
    await wait(3000);
    const opened = await server.memory();
    for (let person = 1; person < perRoom; person++) {
      for (let room = 0; room < rooms; room++) await join(room, person);
    }
    await wait(3000);
    const full = await server.memory();
    await Promise.all(sockets.map((socket) => socket.close()));
    const connections = rooms * (perRoom - 1);
    const perConnection = (full.heap - opened.heap) / connections / kib;
    return {
      connection: perConnection,
      connectionOutside: (full.external - opened.external) / connections / kib,
      connectionRss: (full.rss - opened.rss) / connections / kib,
      document: (opened.heap - empty.heap) / rooms / kib - perConnection,
      documentOutside: (opened.external - empty.external) / rooms / kib,
      documentRss: (opened.rss - empty.rss) / rooms / kib,
    };
  });
}

export const memoryScenario: Scenario = {
  name: 'memory',
  title: 'Memory in KiB of an idle connection and of an open document of 1 kB, after garbage collection',
  columns: {
    connection: 'connection: heap',
    connectionOutside: 'outside heap',
    connectionRss: 'resident',
    document: 'document: heap',
    documentOutside: 'outside heap',
    documentRss: 'resident',
  },
  targets: [atMost('connection', 6, 'KiB'), atMost('document', 18, 'KiB')],
  run,
};
