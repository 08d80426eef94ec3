import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '#tests/factories/postgres-server';
import { makeScript } from '../edits';
import { Histogram } from '../histogram';
import { enter, RoomLoad } from '../room-load';
import { roomName } from '../rooms';
import type { Figures, Scenario } from '../scenario';
import { atMost } from '../scenario';
import { type Server, type ServerName, startServer } from '../servers';
import { reaches } from '../trace';

const writers = 3;

interface Kills {
  kills: number;
  /** Of PostgreSQL; without it our server keeps an SQLite file. */
  databaseUrl?: string;
}

/** Kills the server at a random moment while three people write, starts it again, and compares with what they saw. */
async function run(name: ServerName, { kills, databaseUrl }: Kills): Promise<Figures> {
  const script = makeScript({ writers, updates: 3_000 });
  let server = await startServer(name, { rooms: kills, databaseUrl });
  const { directory } = server;
  let [seen, lost] = [0, 0];
  try {
    for (let kill = 0; kill < kills; kill++) {
      const { port, dialect } = server;
      const load = new RoomLoad({ dialect, room: roomName(kill), script, latency: new Histogram() });
      await load.open(port, writers);
      const timer = setInterval(() => {
        for (let i = 0; i < 3; i++) load.type();
      }, 1);
      await wait(200 + Math.random() * 1500);
      await server.end('SIGKILL');
      clearInterval(timer);
      // What had already reached the other side of the wire is read now.
      await wait(50);
      const seenOf = script.writers.map((_, writer) => mostSeen(load, writer));
      await load.close();
      server = await startServer(name, { rooms: kills, directory, databaseUrl });
      const kept = await keptBy(
        server,
        load.room,
        script.writers.map(({ clientId }) => clientId),
      );
      seen += seenOf.reduce((sum, count) => sum + count, 0);
      lost += seenOf.reduce((sum, count, i) => sum + Math.max(0, count - (kept[i] ?? 0)), 0);
    }
    return { kills, seen, lost, lostShare: (lost / seen) * 100 };
  } finally {
    await server.end('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
}

/** How many updates of this writer anyone else has seen. */
function mostSeen({ people }: RoomLoad, writer: number): number {
  return Math.max(...people.map(({ seen }) => seen[writer] ?? 0));
}

/** How many updates of each writer someone gets who was never there before. */
async function keptBy({ port, dialect }: Server, room: string, clientIds: number[]): Promise<number[]> {
  const kept = clientIds.map(() => 0);
  const onUpdate = (payload: Uint8Array) => {
    for (const [i, clientId] of clientIds.entries()) {
      kept[i] = Math.max(kept[i] ?? 0, reaches(payload, clientId));
    }
  };
  const { socket } = await enter({ dialect, port, room, name: 'newcomer', onUpdate });
  // Some call a client synced before they have read their disk.
  await wait(500);
  await socket.close();
  return kept;
}

/** A PostgreSQL of its own, for as long as it takes. */
async function onPostgres(name: ServerName, kills: number): Promise<Figures> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-postgres-'));
  // initdb runs as another user than root, who must be able to walk into the folder.
  chmodSync(directory, 0o755);
  const postgres = await startPostgres(join(directory, 'postgres'));
  try {
    await postgres.createDatabase('kills');
    return await run(name, { kills, databaseUrl: `${postgres.url}/kills` });
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

const shared = {
  columns: { kills: 'kills', seen: 'seen', lost: 'seen, then lost', lostShare: '%' },
  targets: [atMost('lost', 0, 'updates')],
  runs: 1,
} satisfies Partial<Scenario>;

export const killsScenarios: Scenario[] = [
  {
    ...shared,
    name: 'kills',
    title: 'The server is killed while three people write: updates that others had seen and that are gone',
    run: (name, { isQuick, kills }) =>
      run(name, { kills: kills ?? (isQuick ? 3 : name === 'concord' ? 100 : 12) }),
  },
  {
    ...shared,
    name: 'kills-postgres',
    title: 'The same, with PostgreSQL',
    servers: ['concord'],
    run: (name, { isQuick, kills }) => onPostgres(name, kills ?? (isQuick ? 3 : 20)),
  },
];
