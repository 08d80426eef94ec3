import compression from 'compression';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { Problem } from '../problem';
import { refuseParameters } from '../read-query';
import { hasItems, pathOf, type Resource } from '../resource';
import type { Dependencies } from '../types';
import { answerOrigins, askForToken, refuseOtherMethods } from './door';
import { answerFile, answerItem, answerPage } from './list';
import { findPlace } from './place';
import { answerNothingHere, answerProblems } from './refuse';
import { sendJson } from './send';

/** Everything below /api/v1. Who asks is known by the token alone; cookies are not looked at. */
export function apiRoutes(
  dependencies: Dependencies,
  resources: readonly Resource[],
  description: () => object,
): Router {
  const router = Router({ caseSensitive: true });
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'private, no-cache');
    res.setHeader('Link', '</api/v1/openapi.json>; rel="service-desc"');
    res.vary('Authorization');
    res.vary('Accept');
    next();
  });
  router.use(answerOrigins(dependencies.allowedOrigins), refuseOtherMethods, compression());
  router.get('/openapi.json', (req, res) => sendJson(req, res, description()));
  router.use(askForToken(dependencies));
  for (const resource of resources) serve(router, dependencies, resource);
  router.use(answerNothingHere);
  router.use(answerProblems(dependencies.onError));
  return router;
}

function serve(router: Router, dependencies: Dependencies, resource: Resource): void {
  const path = pathOf(resource).replace('{workspace}', ':workspace');
  const asked = async (req: Request, res: Response) => {
    const place = await findPlace(dependencies, resource, res, req.params.workspace);
    return { resource, place, req, res };
  };
  router.get(
    path,
    answered(async (req, res) => {
      const kind = req.accepts(['application/json', 'text/csv']);
      if (!kind) throw new Problem('not_acceptable');
      if (kind === 'text/csv') return answerFile(await asked(req, res));
      return answerPage(await asked(req, res), dependencies.publicUrl);
    }),
  );
  router.get(
    `${path}.csv`,
    answered(async (req, res) => answerFile(await asked(req, res))),
  );
  if (!hasItems(resource)) return;
  router.get(
    `${path}/:id`,
    answered(async (req, res) => {
      if (!req.accepts('application/json')) throw new Problem('not_acceptable');
      refuseParameters(new URL(req.originalUrl, 'http://localhost').searchParams);
      const found = await asked(req, res);
      const id = String(req.params.id);
      const named = found.place.standings.find(({ workspace }) => workspace.slug === id);
      return answerItem(found, resource.name === 'workspaces' && named ? named.workspace.id : id);
    }),
  );
}

/** Express 4 waits for no promise: what it rejects with is handed on here. */
function answered(answer: (req: Request, res: Response) => Promise<void>): RequestHandler {
  return (req, res, next) => {
    answer(req, res).catch(next);
  };
}
