import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '#tests/factories/free-port';

/** What the server says of a disk that is full, and of a database that has hung up. */
const ofDisasters =
  /disk_full|57P01|terminating connection|Connection terminated|connection error|ECONNRESET/;

/** The sync engine in a process of its own, which can be killed and started again over the same data. */
export class EngineProcess {
  readonly port: number;
  readonly #databaseUrl: string;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'concord-fuzz-'));
  #child: ChildProcess | null = null;
  #aheadMs = 0;
  #trouble: string[] = [];
  #output = '';
  #suffers = false;

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

  /** An end that nobody asked for, and all that it logged: it logs errors only. What we did to it is excused. */
  get trouble(): string[] {
    const said = this.#output
      .split('\n')
      .filter((line) => line && !(this.#suffers && ofDisasters.test(line)));
    return [...this.#trouble, ...said];
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

  /** From now on, until it ends, it finds no space on its disk; or it does again. Of SQLite only. */
  async fillDisk(isDiskFull: boolean): Promise<void> {
    this.#suffers = true;
    await this.#ask({ isDiskFull });
  }

  get isOnPostgres(): boolean {
    return this.#databaseUrl !== '';
  }

  /** Cuts all its connections to the database, whatever they were doing. Of PostgreSQL only. */
  async cutDatabase(): Promise<void> {
    this.#suffers = true;
    const client = new pg.Client({ connectionString: this.#databaseUrl });
    await client.connect();
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await client.end();
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
