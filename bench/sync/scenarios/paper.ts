import { rmSync } from 'node:fs';
import { step, syncMessage } from '../dialects';
import { cpuMs, quiet } from '../process-usage';
import { maskedFrame } from '../raw-socket';
import { enter } from '../room-load';
import { roomName } from '../rooms';
import type { Context, Figures, Scenario } from '../scenario';
import { atLeastBest, atMost, atMostBest } from '../scenario';
import { peers, type Server, type ServerName, startServer } from '../servers';
import { reaches, type Typed, typeTrace } from '../trace';

const outstanding = 1_000;
const room = roomName(0);
let typed: Typed | null = null;

/** Types the paper as fast as the server takes it, ends the server, starts it again and opens what it kept. */
async function run(name: ServerName, { isQuick }: Context): Promise<Figures> {
  typed ??= typeTrace(isQuick ? 30_000 : undefined);
  const first = await startServer(name, { rooms: 1 });
  const { directory } = first;
  try {
    const fed = await feed(first, typed);
    // Those who store behind the sender's back get the time to.
    await quiet(first.pid);
    await first.end();
    const second = await startServer(name, { rooms: 1, directory });
    const opened = await open(second, typed);
    await second.end();
    return { ...fed, ...opened };
  } finally {
    await first.end('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
}

async function feed({ port, pid, dialect }: Server, { updates, clientId, ticks }: Typed): Promise<Figures> {
  const prefix = dialect.prefix(room);
  const frames = updates.map((update) => maskedFrame(syncMessage(prefix, step.update, update)));
  let seen = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  // Which frame brings the writer's clock how far: the reader knows by it how much has come.
  const clockAfter = clocksAfter(updates, clientId);
  let sent = 0;
  let pump = () => {};
  const reader = await enter({
    dialect,
    port,
    room,
    name: 'reader',
    onUpdate: (payload) => {
      seen = Math.max(seen, reaches(payload, clientId));
      if (seen >= ticks) finish();
      else pump();
    },
  });
  const writer = await enter({ dialect, port, room, name: 'writer', onUpdate: () => undefined });
  pump = () => {
    while (sent < frames.length && (clockAfter[Math.max(0, sent - outstanding)] as number) <= seen) {
      writer.socket.write(frames[sent++] as Buffer);
    }
  };
  const [at, cpuBefore] = [performance.now(), cpuMs(pid)];
  pump();
  await finished;
  const seconds = (performance.now() - at) / 1000;
  const figures = { fedPerSecond: frames.length / seconds, feedCpuMs: cpuMs(pid) - cpuBefore };
  await Promise.all([writer.socket.close(), reader.socket.close()]);
  return figures;
}

function clocksAfter(updates: Uint8Array[], clientId: number): Uint32Array {
  const clocks = new Uint32Array(updates.length);
  let clock = 0;
  // The very first pieces must not wait for themselves.
  for (const [i, update] of updates.entries()) {
    clocks[i] = clock;
    clock = Math.max(clock, reaches(update, clientId));
  }
  return clocks;
}

/** Until the whole content is there: some call a client synced long before. */
async function open(
  { port, pid, dialect }: Server,
  { clientId, ticks, stateBytes }: Typed,
): Promise<Figures> {
  let whole = () => {};
  const isWhole = new Promise<void>((resolve) => {
    whole = resolve;
  });
  const [at, cpuBefore] = [performance.now(), cpuMs(pid)];
  let reached = 0;
  const { socket } = await enter({
    dialect,
    port,
    room,
    name: 'opener',
    onUpdate: (payload) => {
      reached = Math.max(reached, payload.length > 3 ? reaches(payload, clientId) : 0);
      if (reached >= ticks) whole();
    },
  });
  const tooLate = setTimeout(whole, 60_000);
  await isWhole;
  clearTimeout(tooLate);
  const figures = {
    openMs: reached >= ticks ? performance.now() - at : Number.NaN,
    openCpuMs: cpuMs(pid) - cpuBefore,
    openKb: socket.bytesIn / 1000,
    stateRatio: socket.bytesIn / stateBytes,
  };
  await socket.close();
  return figures;
}

export const paperScenario: Scenario = {
  name: 'paper',
  title:
    'A paper of 260,000 real keystrokes (30,000 with --quick): typed at full speed, then opened after a restart',
  columns: {
    fedPerSecond: 'typed / s',
    feedCpuMs: 'CPU ms',
    openMs: 'opened in ms',
    openCpuMs: 'CPU ms',
    openKb: 'kB',
    stateRatio: 'bytes / compact state',
  },
  targets: [
    atLeastBest('fedPerSecond', 1.5, peers),
    atMostBest('openMs', 0.2, peers),
    atMost('stateRatio', 1.01, 'x'),
  ],
  run,
};
