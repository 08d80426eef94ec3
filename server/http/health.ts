import { timingSafeEqual } from 'node:crypto';
import { count } from 'drizzle-orm';
import { Router } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Foundation, Services } from '../services';

/** /healthz: the process answers. /readyz: the database does too. /metrics: Prometheus, with a token. */
export function healthRoutes({ config, db, log }: Foundation, services: Pick<Services, 'documents'>): Router {
  const router = Router();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureSync(registry, services.documents);

  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });

  router.get('/readyz', async (_req, res) => {
    try {
      await db.read.select({ n: count() }).from(db.tables.instanceSettings);
      res.json({ status: 'ready' });
    } catch (error) {
      log.error({ err: error }, 'not ready');
      res.status(503).json({ status: 'database unavailable' });
    }
  });

  router.get('/metrics', async (req, res) => {
    if (!config.metricsToken || !isSame(req.headers.authorization ?? '', `Bearer ${config.metricsToken}`)) {
      res.status(404).end();
      return;
    }
    const own = services.documents.metrics();
    res.type(registry.contentType).send((await registry.metrics()) + own);
  });

  return router;
}

/** What the sync engine counts, as concord_sync_<name>. */
function measureSync(registry: Registry, { stats }: Services['documents']): void {
  for (const name of Object.keys(stats()) as (keyof ReturnType<typeof stats>)[]) {
    new Gauge({
      name: `concord_sync_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      help: `Sync: ${name}`,
      registers: [registry],
      collect() {
        this.set(stats()[name]);
      },
    });
  }
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
