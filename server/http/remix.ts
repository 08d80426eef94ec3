import type { Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import type { Request, RequestHandler, Response } from 'express';
import type { Foundation, Services } from '../services';
import { makeAreas } from './areas-of-routes';
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
  const getLoadContext = (req: Request, res: Response): AppLoadContext => ({
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
    unsentBytes: () => res.writableLength,
  });
  if (config.isDevelopment) {
    const vite = await startVite(httpServer);
    const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
    return {
      handler: createRequestHandler({ build, mode: 'development', getLoadContext }),
      assets: vite.middlewares,
    };
  }
  const build = (await import(pathToFileURL('build/server/index.js').href)) as ServerBuild;
  return { handler: handlerByArea(build, getLoadContext), assets: null };
}

/** Each area's part of the build gets a handler when it is first asked for. */
function handlerByArea(
  build: ServerBuild,
  getLoadContext: (req: Request, res: Response) => AppLoadContext,
): RequestHandler {
  const partFor = makeAreas(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  return (req, res, next) => {
    const part = partFor(req.path);
    let handler = handlers.get(part);
    if (!handler) {
      handler = createRequestHandler({ build: part, mode: 'production', getLoadContext });
      handlers.set(part, handler);
    }
    return handler(req, res, next);
  };
}

async function startVite(httpServer: Server) {
  const { createServer } = await import('vite');
  return createServer({ server: { middlewareMode: true, hmr: { server: httpServer } } });
}
