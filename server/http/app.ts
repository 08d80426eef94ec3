import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import compression from 'compression';
import express, { type Express } from 'express';
import type { Foundation, Services } from '../services';
import { healthRoutes } from './health';
import { onePageATurn } from './one-page-a-turn';
import { refuseForeignOrigins } from './origin';
import { makeRemixHandler } from './remix';
import { requestLog } from './request-log';
import { securityHeaders } from './security';
import { syncRequests } from './sync-http';
import { answerUnexpected } from './unexpected';
import { refuseMalformed } from './well-formed';

const year = 365 * 24 * 60 * 60 * 1000;

export async function makeHttpApp({
  foundation,
  services,
  httpServer,
}: {
  foundation: Foundation;
  services: Services;
  httpServer: Server;
}): Promise<Express> {
  const { config, log } = foundation;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use((_req, res, next) => {
    res.locals.cspNonce = randomBytes(16).toString('base64');
    next();
  });
  app.use(requestLog(log));
  app.use(securityHeaders(config));
  app.use(syncRequests({ config, onSyncHttp: services.documents.handleHttp }));
  // Before what holds for pages: programs have no cookies, no forms and errors of their own.
  app.use('/api/v1', services.api.routes());
  app.use(refuseMalformed(config));
  app.use(healthRoutes(foundation, services));
  app.use(compression());
  const remix = await makeRemixHandler({ foundation, services, httpServer });
  if (remix.assets) app.use(remix.assets);
  app.use(
    '/assets',
    express.static('build/client/assets', { immutable: true, maxAge: year, fallthrough: false }),
  );
  const files = express.static('build/client', { maxAge: 60 * 60 * 1000 });
  // Pages have no dot in their address: the disk is not asked about each of them.
  app.use((req, res, next) => (/\.\w+$/.test(req.path) ? files(req, res, next) : next()));
  app.use(refuseForeignOrigins(config));
  app.use((_req, res, next) => {
    // Pages are somebody's own; only the browser may keep them, and asks again before showing them.
    res.setHeader('Cache-Control', 'private, no-cache');
    next();
  });
  app.all('*', onePageATurn(), remix.handler);
  app.use(answerUnexpected(log));
  return app;
}
