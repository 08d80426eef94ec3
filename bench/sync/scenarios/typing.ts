import { setTimeout as wait } from 'node:timers/promises';
import { makeScript, type Script } from '../edits';
import { Histogram } from '../histogram';
import { cpuMs } from '../process-usage';
import { RoomLoad } from '../room-load';
import { roomName } from '../rooms';
import type { Context, Figures, Scenario } from '../scenario';
import { atLeastBest, atMost, atMostBest } from '../scenario';
import { peers, type ServerName, withServer } from '../servers';

interface Shape {
  rooms: number;
  people: number;
  /** Updates a second that all write together; null for as many as the server takes. */
  perSecond: number | null;
}

/** Written and not yet seen by all, for each person, when the server sets the pace. */
const outstandingPerPerson = 10;
/** What a person may write in one run at most, made beforehand: at full speed, and before the clock runs. */
const saturatedUpdates = 4_000;
const warmUpUpdates = 300;

const scripts = new Map<string, Script>();

function scriptFor({ rooms, people, perSecond }: Shape, seconds: number): Script {
  const updates = perSecond
    ? Math.ceil((perSecond * (seconds + 1) * 1.3) / rooms / people) + 50 + warmUpUpdates
    : saturatedUpdates;
  const key = `${people} ${updates}`;
  const script = scripts.get(key) ?? makeScript({ writers: people, updates });
  scripts.set(key, script);
  return script;
}

async function type(server: ServerName, shape: Shape, { isQuick }: Context): Promise<Figures> {
  const [warmUpS, measuredS] = isQuick ? [1, 3] : [1.5, 6];
  const script = scriptFor(shape, warmUpS + measuredS);
  return withServer(server, { rooms: shape.rooms }, async ({ port, pid, dialect }) => {
    const latency = new Histogram();
    const rooms = Array.from(
      { length: shape.rooms },
      (_, i) => new RoomLoad({ dialect, room: roomName(i), script, latency }),
    );
    for (const room of rooms) await room.open(port, shape.people);
    if (shape.perSecond) await warmUp(rooms);
    const stop = shape.perSecond ? atRate(rooms, shape.perSecond) : asFastAsItGoes(rooms);
    await wait(warmUpS * 1000);
    latency.clear();
    const [cpuBefore, at, before] = [cpuMs(pid), performance.now(), deliveredIn(rooms)];
    await wait(measuredS * 1000);
    const [cpu, delivered] = [cpuMs(pid) - cpuBefore, deliveredIn(rooms) - before];
    const seconds = (performance.now() - at) / 1000;
    stop();
    await settled(rooms);
    const lost = rooms.reduce((sum, room) => sum + room.gaps + Math.round(room.outstanding), 0);
    await Promise.all(rooms.map((room) => room.close()));
    return {
      cpuPerThousand: (cpu / delivered) * 1000,
      p50: latency.percentile(0.5),
      p95: latency.percentile(0.95),
      p99: latency.percentile(0.99),
      perSecond: delivered / seconds,
      cpuShare: cpu / seconds / 10,
      lost,
    };
  });
}

/** A server runs for weeks, so its code is warm: each first does for some seconds as much as it can. */
async function warmUp(rooms: RoomLoad[]): Promise<void> {
  const stop = asFastAsItGoes(rooms, warmUpUpdates);
  await wait(3000);
  stop();
  await settled(rooms);
}

function deliveredIn(rooms: RoomLoad[]): number {
  return rooms.reduce((sum, { delivered }) => sum + delivered, 0);
}

/** Writes at random moments, so many a second, as people do. */
function atRate(rooms: RoomLoad[], perSecond: number): () => void {
  let due = performance.now();
  const timer = setInterval(() => {
    for (const now = performance.now(); due < now; due += (-Math.log(1 - Math.random()) * 1000) / perSecond) {
      rooms[Math.floor(Math.random() * rooms.length)]?.type();
    }
  }, 1);
  return () => clearInterval(timer);
}

function asFastAsItGoes(rooms: RoomLoad[], most = Number.POSITIVE_INFINITY): () => void {
  let isOn = true;
  const hasMore = (room: RoomLoad) =>
    room.outstanding < room.people.length * outstandingPerPerson && room.sent < room.people.length * most;
  const pump = () => {
    for (const room of rooms) while (hasMore(room) && room.type());
    if (isOn) setImmediate(pump);
  };
  pump();
  return () => {
    isOn = false;
  };
}

/** Waits until everything has come, or nothing more comes. */
async function settled(rooms: RoomLoad[]): Promise<void> {
  let before = -1;
  while (rooms.some(({ outstanding }) => outstanding > 0) && before !== deliveredIn(rooms)) {
    before = deliveredIn(rooms);
    await wait(1000);
  }
}

const atRateColumns = {
  cpuPerThousand: 'CPU ms / 1,000 delivered',
  p50: 'p50 ms',
  p95: 'p95 ms',
  p99: 'p99 ms',
  cpuShare: 'core %',
  lost: 'lost',
};
const saturatedColumns = {
  perSecond: 'delivered / s',
  cpuPerThousand: 'CPU ms / 1,000 delivered',
  p50: 'p50 ms',
  p99: 'p99 ms',
  lost: 'lost',
};

function scenario(shape: Shape, given: Pick<Scenario, 'name' | 'title' | 'targets'>): Scenario {
  return {
    ...given,
    columns: shape.perSecond ? atRateColumns : saturatedColumns,
    run: (server, context) => type(server, shape, context),
  };
}

export const typingScenarios: Scenario[] = [
  scenario(
    { rooms: 10, people: 10, perSecond: 500 },
    {
      name: 'small-rooms',
      title: '10 rooms of 10, 500 updates/s in all',
      targets: [atMostBest('cpuPerThousand', 1, peers), atMost('p50', 4, 'ms'), atMost('p99', 20, 'ms')],
    },
  ),
  scenario(
    { rooms: 1, people: 2, perSecond: 20 },
    { name: 'alone', title: 'Two people alone on an idle server', targets: [atMost('p50', 3, 'ms')] },
  ),
  scenario(
    { rooms: 1, people: 100, perSecond: 200 },
    {
      name: 'large-room-200',
      title: 'One room of 100, 200 updates/s',
      targets: [atMostBest('cpuPerThousand', 0.6, peers), atMost('p99', 30, 'ms')],
    },
  ),
  scenario(
    { rooms: 1, people: 100, perSecond: 500 },
    {
      name: 'large-room-500',
      title: 'One room of 100, 500 updates/s',
      targets: [atMostBest('cpuPerThousand', 0.5, peers), atMostBest('p99', 1, peers)],
    },
  ),
  scenario(
    { rooms: 10, people: 10, perSecond: null },
    {
      name: 'small-rooms-full',
      title: '10 rooms of 10, as fast as the server takes it',
      targets: [atLeastBest('perSecond', 2, peers)],
    },
  ),
  scenario(
    { rooms: 1, people: 100, perSecond: null },
    {
      name: 'large-room-full',
      title: 'One room of 100, as fast as the server takes it',
      targets: [atLeastBest('perSecond', 0.9, ['hocuspocus'])],
    },
  ),
];
