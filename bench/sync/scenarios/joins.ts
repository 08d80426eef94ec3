import { rmSync } from 'node:fs';
import { median } from '../../machine';
import { makeLargeDocument } from '../edits';
import { cpuMs, forgetPeak, peakBytes, residentBytes } from '../process-usage';
import { bring, enter } from '../room-load';
import { roomName } from '../rooms';
import type { Figures, Scenario } from '../scenario';
import { atMost } from '../scenario';
import { type ServerName, startServer } from '../servers';

const room = roomName(0);
/** Whoever has not got the document by then never will. */
const givesUpMs = 60_000;
let content: Uint8Array | null = null;

/** So many people open a document of 4 MB at the same moment, just after a restart. */
async function run(name: ServerName, people: number): Promise<Figures> {
  content ??= makeLargeDocument(4_000_000);
  const { length } = content;
  const first = await startServer(name, { rooms: 1 });
  const { directory } = first;
  try {
    await bring({ dialect: first.dialect, port: first.port, room, content });
    await first.end();
    const server = await startServer(name, { rooms: 1, directory });
    const { dialect, port, pid } = server;
    forgetPeak(pid);
    const [idle, cpuBefore, at] = [residentBytes(pid), cpuMs(pid), performance.now()];
    const times = await Promise.all(
      Array.from({ length: people }, (_, i) => {
        return new Promise<number>((resolve, reject) => {
          // A server that flushes nothing may have lost the document in the restart.
          setTimeout(() => resolve(Number.NaN), givesUpMs);
          const onUpdate = (payload: Uint8Array) => {
            if (payload.length >= length * 0.99) resolve(performance.now() - at);
          };
          enter({ dialect, port, room, name: `person-${i}`, onUpdate }).catch(reject);
        });
      }),
    );
    const figures = {
      medianMs: median(times),
      lastMs: Math.max(...times),
      cpuMs: cpuMs(pid) - cpuBefore,
      peakMb: (peakBytes(pid) - idle) / 1e6,
    };
    await server.end('SIGKILL');
    return figures;
  } finally {
    await first.end('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
}

function scenario(people: number, targets: Scenario['targets']): Scenario {
  return {
    name: `joins-${people}`,
    title: `${people} people open a document of 4 MB at once, after a restart`,
    columns: { medianMs: 'median ms', lastMs: 'last ms', cpuMs: 'CPU ms', peakMb: 'peak MB above idle' },
    targets,
    run: (server) => run(server, people),
  };
}

export const joinScenarios: Scenario[] = [
  scenario(20, []),
  scenario(150, [atMost('medianMs', 1000, 'ms'), atMost('peakMb', 400, 'MB')]),
];
