import type { Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import type { Foundation, Services } from '../services';
import { networkOf } from './network-of';
import { sessionReader } from './session';

/**
 * The Remix handler over the built bundle; in development over Vite, with its middleware and its hot reload on our
 * own http server.
 */
export async function makeRemixHandler({
  foundation,
  services,
  httpServer,
}: {
  foundation: Foundation;
  services: Services;
  httpServer: Server;
}): Promise<{ handler: RequestHandler; assets: RequestHandler | null }> {
  const { config, clock, log } = foundation;
  const vite = config.isDevelopment ? await startVite(httpServer) : null;
  const build = vite
    ? () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    : ((await import(pathToFileURL('build/server/index.js').href)) as ServerBuild);
  const handler = createRequestHandler({
    build,
    mode: config.isDevelopment ? 'development' : 'production',
    getLoadContext: (req, res): AppLoadContext => ({
      services,
      readSession: sessionReader({ accounts: services.accounts, req, res }),
      clock,
      publicUrl: config.publicUrl,
      isSecure: config.isSecure,
      isDemo: config.isDemo,
      isDevelopment: config.isDevelopment,
      address: networkOf(req.ip),
      requestId: res.locals.requestId as string,
      reportError: (error) => log.error({ err: error, requestId: res.locals.requestId }, 'a page failed'),
      cspNonce: res.locals.cspNonce as string,
    }),
  });
  return { handler, assets: vite ? vite.middlewares : null };
}

async function startVite(httpServer: Server) {
  const { createServer } = await import('vite');
  return createServer({ server: { middlewareMode: true, hmr: { server: httpServer } } });
}
