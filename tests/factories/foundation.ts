import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Db } from '#db/db';
import { type Config, readConfig } from '#server/config/config';
import type { Foundation } from '#server/services';
import { makeTestClock, type TestClock } from './clock';

export interface TestFoundation extends Foundation {
  clock: TestClock;
  /** What the server told whoever runs it. */
  said: string[];
}

/** All that the server needs, over a test's database, with a clock that the test moves and a data folder of its own. */
export function makeTestFoundation(db: Db, overrides: Partial<Config> = {}): TestFoundation {
  const said: string[] = [];
  const config: Config = {
    ...readConfig({ PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'test', LOG_LEVEL: 'silent' }),
    dataDir: mkdtempSync(join(tmpdir(), 'concord-data-')),
    ...overrides,
  };
  return {
    config,
    db,
    clock: makeTestClock(),
    log: pino({ level: 'silent' }),
    say: (line) => said.push(line),
    said,
  };
}
