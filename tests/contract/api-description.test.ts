import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { OpenApiDocument } from '#server/features/api';
import { resources } from '#server/features/api/resources';
import { type ApiServer, startApiServer } from '#tests/factories/api-server';
import { openTestDb } from '#tests/factories/databases';
import { fillForApi } from '#tests/factories/filled-for-api';
import { buildRates } from '#tests/factories/rates';

type Schema = Record<string, unknown>;

describe('the description of the API', () => {
  let db: Db;
  let api: ApiServer;
  let document: OpenApiDocument;
  let place: Awaited<ReturnType<typeof fillForApi>>;
  beforeAll(async () => {
    db = await openTestDb('sqlite');
    api = await startApiServer(db);
    document = (await api.ask('/openapi.json')).body;
    place = await fillForApi({ db, api, word: 'here' });
    await buildRates(db, 'EUR 2025 0.92');
  });
  afterAll(async () => {
    await api.close();
    await db.close();
  });

  it('is valid OpenAPI 3.1, and can be read without a token', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as never);
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  it('covers every route that is served, and no other', () => {
    const described = Object.keys(document.paths).sort();
    expect(described).toEqual(servedPaths(api.services.api.routes()).sort());
    const operations = Object.values(document.paths).map(({ get }) => get.operationId);
    expect(new Set(operations).size).toBe(operations.length);
  });

  it('is kept by every answer of a filled workspace', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats: knownFormats });
    for (const [path, { get }] of Object.entries(document.paths)) {
      const { status, body, headers } = await api.ask(await concrete(path), place.token);
      expect([path, status]).toEqual([path, 200]);
      const content = (get.responses['200'] as { content: Record<string, { schema: Schema }> }).content;
      const type = headers.get('content-type')?.split(';')[0] ?? '';
      expect(Object.keys(content)).toContain(type);
      if (type !== 'application/json') continue;
      const check = ajv.compile({ ...content[type]?.schema, components: document.components });
      check(body);
      expect([path, check.errors]).toEqual([path, null]);
    }
  });

  it('names every field that is given, and gives every field that it names', async () => {
    for (const { name, rowName, isInWorkspace } of resources) {
      const at = isInWorkspace ? `/workspaces/${place.slug}/${name}` : `/${name}`;
      const [row] = (await api.ask(at, place.token)).body.data;
      const schema = document.components.schemas[rowName] as { properties: object; required: string[] };
      expect([name, Object.keys(row).sort()]).toEqual([name, Object.keys(schema.properties).sort()]);
      expect([name, [...schema.required].sort()]).toEqual([name, Object.keys(row).sort()]);
    }
  });

  it('describes its refusals as they come', async () => {
    const ajv = new Ajv2020({ strict: false, formats: knownFormats });
    const check = ajv.compile(document.components.schemas.Problem as object);
    for (const [path, token] of [
      ['/workspaces', undefined],
      ['/workspaces/nowhere/plans', place.token],
      ['/nothing', place.token],
      ['/workspaces?limit=0', place.token],
    ] as const) {
      const { body } = await api.ask(path, token);
      check(body);
      expect([path, check.errors]).toEqual([path, null]);
    }
  });

  async function concrete(path: string): Promise<string> {
    const list = path.replace('{workspace}', place.slug);
    if (!list.includes('{id}')) return list;
    const [row] = (await api.ask(list.replace('/{id}', ''), place.token)).body.data;
    return list.replace('{id}', row.id);
  }
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const knownFormats = {
  uuid,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  uri: /^https?:\/\//,
};

interface Layer {
  route?: { path: string };
}

/** The addresses that the router answers, as the description writes them. */
function servedPaths(router: object): string[] {
  return (router as unknown as { stack: Layer[] }).stack
    .flatMap(({ route }) => (route ? [route.path] : []))
    .filter((path) => path !== '/openapi.json')
    .map((path) => path.replace(':workspace', '{workspace}').replace(':id', '{id}'))
    .map((path) => (path === '/workspaces/{id}' ? '/workspaces/{workspace}' : path));
}
