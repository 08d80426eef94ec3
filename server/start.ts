import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { password } from './demo/context';
import { seedDemo } from './demo/seed-demo';
import type { DemoSignIn } from './features/accounts';
import { makeHttpApp } from './http/app';
import { listenToUpgrades } from './http/upgrades';
import { type Foundation, makeServices, type Services, sayOnConsole } from './services';

export interface RunningServer {
  /** The address it listens on, e.g. http://127.0.0.1:3000. */
  url: string;
  services: Services;
  /** Stops accepting, lets what is under way finish, then resolves. */
  stop(): Promise<void>;
}

/**
 * A request that trickles in is cut off; one of a slow line is not: 10 MB in five minutes is 270 kbit/s. Idle
 * connections outlive those of the usual proxies, which would otherwise send a request into one just closed.
 */
const patience = {
  headersTimeout: 20_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16 * 1024,
} as const;

/** How long a stop waits for answers under way before it cuts them off. */
const stopMs = 5_000;

/** Starts http, sync and jobs over an open database. Tests start it on port 0. */
export async function startServer(foundation: Foundation): Promise<RunningServer> {
  const { config, log } = foundation;
  const services = makeServices(foundation);
  await services.plans.start();
  await services.iatiImports.start();
  // Before any mail leaves.
  await services.registrations.start();
  await services.letters.start();
  const signIns = config.isDemo
    ? await seedDemo({ db: foundation.db, clock: foundation.clock, services })
    : [];
  await services.commitments.resume();
  const httpServer = createServer(patience);
  httpServer.on('request', await makeHttpApp({ foundation, services, httpServer }));
  listenToUpgrades(httpServer, { config, onSync: services.documents.upgrade });
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(config.port, config.host, resolve);
  });
  const { port } = httpServer.address() as AddressInfo;
  log.debug({ port }, 'listening');
  announce(foundation, signIns);
  await inviteAdministrator(foundation, services);

  async function stop(): Promise<void> {
    await services.documents.stop();
    services.activity.live.stop();
    await services.liveDialogues.stop();
    await closeHttp(httpServer);
    await services.plans.stop();
    await services.iatiImports.stop();
    services.commitments.stop();
    services.letters.stop();
    await services.background.settled();
  }

  return { url: `http://127.0.0.1:${port}`, services, stop };
}

/** Lets answers under way finish, closing each connection when it falls idle; cuts off what takes too long. */
async function closeHttp(httpServer: Server): Promise<void> {
  const idle = setInterval(() => httpServer.closeIdleConnections(), 50);
  const late = setTimeout(() => httpServer.closeAllConnections(), stopMs);
  await new Promise<void>((resolve) => {
    httpServer.close(() => resolve());
    httpServer.closeIdleConnections();
  });
  clearInterval(idle);
  clearTimeout(late);
}

function announce({ config, say = sayOnConsole }: Foundation, signIns: DemoSignIn[]): void {
  say(`\nConcord is at ${config.publicUrl}`);
  if (signIns.length === 0) return;
  say(`\nDemo sign-ins, all with the password ${password}:`);
  for (const { email, name } of signIns) say(`  ${email.padEnd(34)} ${name}`);
  say('');
}

/** On an instance without an administrator, prints the address at which the first visitor becomes one. */
async function inviteAdministrator(
  { config, say = sayOnConsole }: Foundation,
  services: Services,
): Promise<void> {
  const token = await services.accounts.renewSetupToken();
  if (token === null) return;
  say(
    `\nConcord has no administrator yet. To create one, open this address; it works once, until the next start:`,
  );
  say(`  ${config.publicUrl}/setup?token=${token}\n`);
}
