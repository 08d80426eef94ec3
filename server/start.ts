import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeHttpApp } from './http/app';
import { type Foundation, makeServices, type Services } from './services';

export interface RunningServer {
  /** The address it listens on, e.g. http://127.0.0.1:3000. */
  url: string;
  services: Services;
  /** Stops accepting, lets what is under way finish, then resolves. */
  stop(): Promise<void>;
}

/** Starts http, sync and jobs over an open database. Tests start it on port 0. */
export async function startServer(foundation: Foundation): Promise<RunningServer> {
  const { config, log } = foundation;
  const services = makeServices(foundation);
  const httpServer = createServer();
  httpServer.on('request', await makeHttpApp({ foundation, services, httpServer }));
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(config.port, config.host, resolve);
  });
  const { port } = httpServer.address() as AddressInfo;
  log.info({ port }, 'listening');

  async function stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      httpServer.close(() => resolve());
      httpServer.closeIdleConnections();
    });
  }

  return { url: `http://127.0.0.1:${port}`, services, stop };
}
