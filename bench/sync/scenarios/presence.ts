import { setTimeout as wait } from 'node:timers/promises';
import { awarenessMessage, readMessage } from '../dialects';
import { cpuMs } from '../process-usage';
import { maskedFrame, openRawSocket, type RawSocket } from '../raw-socket';
import { roomName } from '../rooms';
import type { Context, Figures, Scenario } from '../scenario';
import { atMost } from '../scenario';
import { type ServerName, withServer } from '../servers';

interface Cursor {
  socket: RawSocket;
  frames: Buffer[];
}

/** So many people in as many rooms, each moving the cursor once a second, spread over the second. */
async function run(
  name: ServerName,
  { isQuick }: Context,
  { rooms, people }: { rooms: number; people: number },
): Promise<Figures> {
  const [warmUpS, measuredS] = isQuick ? [2, 3] : [2, 6];
  return withServer(name, { rooms }, async ({ port, pid, dialect }) => {
    let entries = 0;
    const cursors: Cursor[] = [];
    for (let i = 0; i < people; i++) {
      const room = roomName(i % rooms);
      const socket = await openRawSocket({
        port,
        path: dialect.path(room),
        name: `person-${i}`,
        onMessage: (message) => {
          const incoming = readMessage(dialect, message);
          if (incoming.type === 'awareness') entries += incoming.entries;
        },
      });
      for (const message of dialect.greeting(room)) socket.send(message);
      const prefix = dialect.prefix(room);
      const frames = Array.from({ length: warmUpS + measuredS + 2 }, (_, clock) =>
        maskedFrame(
          awarenessMessage(prefix, { clientId: 1000 + i, clock: clock + 1, state: stateOf(i, clock) }),
        ),
      );
      cursors.push({ socket, frames });
    }
    let moved = 0;
    const started = performance.now();
    const timer = setInterval(() => {
      const due = ((performance.now() - started) / 1000) * people;
      for (; moved < due; moved++) {
        const { socket, frames } = cursors[moved % people] as Cursor;
        const frame = frames[Math.floor(moved / people)];
        if (frame) socket.write(frame);
      }
    }, 1);
    await wait(warmUpS * 1000);
    const [cpuBefore, at, before] = [cpuMs(pid), performance.now(), entries];
    await wait(measuredS * 1000);
    const seconds = (performance.now() - at) / 1000;
    const figures = {
      cpuShare: (cpuMs(pid) - cpuBefore) / seconds / 10,
      perSecond: (entries - before) / seconds,
    };
    clearInterval(timer);
    await Promise.all(cursors.map(({ socket }) => socket.close()));
    return figures;
  });
}

function stateOf(person: number, at: number): object {
  return {
    user: { name: `Person ${person}`, color: '#0f766e' },
    cursor: { anchor: { type: null, tname: 'narrative', item: { client: 1, clock: at }, assoc: 0 } },
  };
}

function scenario(rooms: number, targets: Scenario['targets']): Scenario {
  const people = 500;
  return {
    name: rooms === 1 ? 'presence' : `presence-${rooms}-rooms`,
    title: `${people} people in ${rooms === 1 ? 'one room' : `${rooms} rooms`}, each moving the cursor once a second`,
    columns: { cpuShare: 'core %', perSecond: 'entries delivered / s' },
    targets,
    run: (server, context) => run(server, context, { rooms, people }),
  };
}

export const presenceScenarios: Scenario[] = [
  scenario(1, [atMost('cpuShare', 15, '%')]),
  scenario(50, [atMost('cpuShare', 15, '%')]),
];
