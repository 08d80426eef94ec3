import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#tests/factories/free-port';

/** The sync engine in a process of its own, which can be killed and started again over the same data. */
export class EngineProcess {
  readonly port: number;
  readonly #databaseUrl: string;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'concord-fuzz-'));
  #child: ChildProcess | null = null;
  #aheadMs = 0;
  #trouble: string[] = [];
  #output = '';

  private constructor(port: number, databaseUrl: string) {
    this.port = port;
    this.#databaseUrl = databaseUrl;
  }

  static async start(databaseUrl = ''): Promise<EngineProcess> {
    const engine = new EngineProcess(await freePort(), databaseUrl);
    await engine.restart();
    return engine;
  }

  get origin(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** An end that nobody asked for, and all that it logged: it logs errors only. */
  get trouble(): string[] {
    return this.#output ? [...this.#trouble, this.#output] : this.#trouble;
  }

  async restart(): Promise<void> {
    const args = [this.#dataDir, String(this.port), this.#databaseUrl, String(this.#aheadMs)];
    const child = fork('tests/fuzz/sync-server.ts', args, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString();
    });
    child.on('exit', (code, signal) => {
      if (this.#child === child) this.#trouble.push(`the server ended by itself: ${code ?? signal}`);
    });
    await messageOf(child);
    this.#mustBeUp();
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async createDocument(): Promise<string> {
    return (await this.#ask({})) as string;
  }

  /** Moves the server's time of day on, or back. */
  async jump(ms: number): Promise<void> {
    await this.#ask({ jumpMs: ms });
    this.#aheadMs += ms;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #ask(question: object): Promise<unknown> {
    this.#mustBeUp();
    const child = this.#child as ChildProcess;
    const answer = messageOf(child);
    child.send(question);
    const given = await answer;
    this.#mustBeUp();
    return given;
  }

  #mustBeUp(): void {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the server is not up: ${this.trouble.join('\n')}`);
    }
  }
}

/** The next message of the process; null when it ends first. */
async function messageOf(child: ChildProcess): Promise<unknown> {
  const others = new AbortController();
  const { signal } = others;
  try {
    const [first] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => [null]),
    ]);
    return first;
  } finally {
    others.abort();
  }
}
