import { expect, it } from 'vitest';
import { type Checked, Rights } from './rights';
import type { Room } from './room';
import type { Authorisation, Grant } from './types';

const log = { info: () => {}, warn: () => {}, error: () => {} };

function makeConnection(workspaceId = 'here') {
  const connection = {
    grant: { accountId: 'a', sessionId: 's', workspaceId } as Grant,
    cookie: 'a',
    room: { documentId: 'd' } as Room,
    checkedAt: Number.NEGATIVE_INFINITY,
    isClosed: false,
    suspensions: 0,
    isSuspended: false,
    closes: [] as number[],
    suspend() {
      connection.suspensions++;
      connection.isSuspended = true;
    },
    resume(grant: Grant) {
      connection.grant = grant;
      connection.isSuspended = false;
    },
    revoke(code: number) {
      connection.isClosed = true;
      connection.closes.push(code);
    },
  };
  return connection satisfies Checked;
}

function makeRights(
  connections: Checked[],
  authorise: (rights: Rights, connection: Checked) => Authorisation | Promise<Authorisation>,
): Rights {
  const rights: Rights = new Rights({
    connections: new Set(connections),
    authorise: async () => authorise(rights, connections[0] as Checked),
    limits: { recheckMs: 0 },
    log,
  });
  return rights;
}

const granted = ({ grant }: Checked) => ({ status: 'granted', grant }) as const;

it('a connection goes on while the rights of others keep changing', async () => {
  const connection = makeConnection();
  let lookups = 0;
  const rights = makeRights([connection], (around, checked) => {
    if (lookups++ < 1_000) void around.changed({ workspaceId: 'elsewhere' });
    return granted(checked);
  });
  await rights.changed({ workspaceId: 'here' });
  expect([connection.isSuspended, connection.isClosed, lookups]).toEqual([false, false, 1]);
});

it('a connection whose own rights keep changing is looked up again, and after a while asked to come back', async () => {
  const connection = makeConnection();
  let lookups = 0;
  const rights = makeRights([connection], (around, checked) => {
    if (lookups++ < 1_000) void around.changed({ workspaceId: 'here' });
    return granted(checked);
  });
  await rights.changed({ workspaceId: 'here' });
  expect(connection.closes).toEqual([1013]);
  expect(lookups).toBeLessThan(100);
});

it('an answer from before a change does not count, and one check serves all changes meanwhile', async () => {
  const connection = makeConnection();
  let lookups = 0;
  const rights = makeRights([connection], (around, checked) => {
    lookups++;
    if (lookups > 1) return { status: 'not_found' };
    for (let i = 0; i < 50; i++) void around.changed({ accountId: 'a' });
    return granted(checked);
  });
  await rights.changed({});
  expect([connection.closes, lookups]).toEqual([[4403], 2]);
});

it('a change in the moment after an answer is looked up as well', async () => {
  const connection = makeConnection();
  const rights = makeRights([connection], (_around, checked) => granted(checked));
  for (let i = 0; i < 20; i++) {
    const first = rights.changed({});
    // Somewhere between the answer and the end of its check.
    for (let turn = 0; turn < i; turn++) await Promise.resolve();
    await Promise.all([first, first.then(() => rights.changed({})), rights.changed({})]);
    expect(connection.isSuspended).toBe(false);
  }
});

it('goes on checking now and then after a check that failed', async () => {
  const connection = makeConnection();
  let lookups = 0;
  const rights = makeRights([connection], (_around, checked) => {
    lookups++;
    return granted(checked);
  });
  connection.resume = () => {
    throw new Error('a connection that cannot go on');
  };
  await rights.recheck().catch(() => undefined);
  expect(connection.closes).toEqual([1013]);
  connection.isClosed = false;
  await rights.recheck().catch(() => undefined);
  expect(lookups).toBe(2);
});
