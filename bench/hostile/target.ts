import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { freePort } from '#tests/factories/free-port';
import type { Usage } from './server';

/** The engine in its own process, on a core of its own where the system can pin it, and ways to get at it. */
export class Target {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #directory: string;
  #sockets: WebSocket[] = [];

  private constructor(port: number, child: ChildProcess, directory: string) {
    this.port = port;
    this.#child = child;
    this.#directory = directory;
  }

  static async start(): Promise<Target> {
    const directory = mkdtempSync(join(tmpdir(), 'concord-hostile-'));
    const port = await freePort();
    const child = fork('bench/hostile/server.ts', [directory, String(port)], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
    });
    await once(child, 'message');
    spawnSync('taskset', ['-acp', '0', String(child.pid)], { stdio: 'ignore' });
    spawnSync('taskset', ['-acp', '1', String(process.pid)], { stdio: 'ignore' });
    return new Target(port, child, directory);
  }

  usage(): Promise<Usage> {
    return this.#ask({}) as Promise<Usage>;
  }

  createDocument(bytes = 0): Promise<string> {
    return this.#ask({ create: bytes }) as Promise<string>;
  }

  get isUp(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** A socket that sends whatever it is told to, once it is open. */
  async open(name: string, documentId: string, query = ''): Promise<WebSocket> {
    const socket = this.socket(name, documentId, query);
    await once(socket, 'open');
    return socket;
  }

  socket(name: string, documentId: string, query = ''): WebSocket {
    const origin = `127.0.0.1:${this.port}`;
    const socket = new WebSocket(`ws://${origin}/sync/${documentId}${query}`, {
      headers: { Cookie: name, Origin: `http://${origin}` },
    });
    socket.on('error', () => undefined);
    this.#sockets.push(socket);
    return socket;
  }

  /** Ends every socket opened so far. */
  async hangUp(): Promise<void> {
    const open = this.#sockets.filter(({ readyState }) => readyState !== WebSocket.CLOSED);
    const closed = open.map((socket) => once(socket, 'close'));
    for (const socket of open) socket.terminate();
    await Promise.all(closed);
    this.#sockets = [];
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    if (this.isUp) await once(this.#child, 'exit');
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #ask(question: object): Promise<unknown> {
    this.#child.send(question);
    const [answer] = (await once(this.#child, 'message')) as [unknown];
    return answer;
  }
}

/** A sync frame as y-websocket writes it: 0 is step 1, 1 is step 2, 2 is an update. */
export function syncFrame(step: 0 | 1 | 2, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

export function presenceFrame(clientId: number, clock: number, state: object | null): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, 1);
  encoding.writeVarUint(body, clientId);
  encoding.writeVarUint(body, clock);
  encoding.writeVarString(body, JSON.stringify(state));
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, 1);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
  return encoding.toUint8Array(frame);
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
