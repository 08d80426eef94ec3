import { z } from 'zod/v4';
import { type JsonSchema, parameterOf, schemaOf } from './json-schema';
import { problemKinds } from './problem';
import { fileParameters, pageParameters } from './read-query';
import { hasItems, pathOf, type Resource } from './resource';

export interface OpenApiParameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: JsonSchema;
  style?: 'form';
  explode?: boolean;
}

interface OpenApiOperation {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters: OpenApiParameter[];
  responses: Record<string, object>;
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; summary: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, { get: OpenApiOperation }>;
  components: {
    securitySchemes: Record<string, object>;
    schemas: Record<string, JsonSchema>;
    responses: Record<string, object>;
  };
}

const workspaceParameter: OpenApiParameter = {
  name: 'workspace',
  in: 'path',
  required: true,
  description: 'The workspace’s id, or its name in the address of its pages',
  schema: { type: 'string' },
};

/** The description of the API (OpenAPI 3.1), made from the definitions that serve it. */
export function describeApi(resources: readonly Resource[], publicUrl: string): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Concord',
      version: '1',
      summary: 'Reading what one may see in Concord: workspaces, plans, the partner registry and activity',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: resources.map(({ name, summary }) => ({ name, description: summary })),
    paths: Object.fromEntries(resources.flatMap(pathsOf)),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token: concord_…' },
      },
      schemas: {
        ...Object.fromEntries(resources.map(({ rowName, row }) => [rowName, schemaOf(row)])),
        Problem: schemaOf(problemSchema),
      },
      responses: Object.fromEntries(refusals.map(([status, words]) => [`Refusal${status}`, refusal(words)])),
    },
  };
}

function pathsOf(resource: Resource): [string, { get: OpenApiOperation }][] {
  const { name, rowName, summary, filters } = resource;
  const path = pathOf(resource);
  const place = resource.isInWorkspace ? [workspaceParameter] : [];
  const common = { tags: [name], security: [{ token: [resource.scope] }] };
  const reference = { $ref: `#/components/schemas/${rowName}` };
  const own = Object.entries(filters.shape).map(([key, schema]) => parameterOf(key, schema as z.ZodType));
  const query = (parameters: z.ZodObject) =>
    Object.entries(parameters.shape).map(([key, schema]) => parameterOf(key, schema as z.ZodType));
  const list: OpenApiOperation = {
    ...common,
    operationId: `list${pascal(name)}`,
    summary,
    parameters: [...place, ...own, ...query(pageParameters)],
    responses: answers({
      'application/json': { schema: listSchema(reference) },
      'text/csv': { schema: { type: 'string' } },
    }),
  };
  const file: OpenApiOperation = {
    ...common,
    operationId: `list${pascal(name)}AsCsv`,
    summary: `${summary}; the whole list as CSV`,
    parameters: [...place, ...own, ...query(fileParameters)],
    responses: answers({ 'text/csv': { schema: { type: 'string' } } }),
  };
  const found: [string, { get: OpenApiOperation }][] = [
    [path, { get: list }],
    [`${path}.csv`, { get: file }],
  ];
  if (!hasItems(resource)) return found;
  const isWorkspace = name === 'workspaces';
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } } as const;
  const item: OpenApiOperation = {
    ...common,
    operationId: `get${rowName}`,
    summary: `One of: ${summary}`,
    parameters: isWorkspace ? [workspaceParameter] : [...place, id],
    responses: answers({ 'application/json': { schema: reference } }),
  };
  return [...found, [`${path}/${isWorkspace ? '{workspace}' : '{id}'}`, { get: item }]];
}

function listSchema(row: JsonSchema): JsonSchema {
  return {
    type: 'object',
    required: ['data', 'next'],
    properties: {
      data: { type: 'array', items: row },
      next: {
        type: ['string', 'null'],
        format: 'uri',
        description: 'Where the list goes on; null at its end',
      },
    },
  };
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problemKinds) as [string, ...string[]]).describe('Stable; rely on it'),
  instance: z.string().describe('Names the request in the server’s log'),
  errors: z
    .array(
      z.object({
        parameter: z.string(),
        code: z.enum(['unknown', 'invalid', 'mismatch']),
        detail: z.string(),
      }),
    )
    .optional(),
});

const refusals = [
  ['400', 'Parameters are not right; all of them are named'],
  ['401', 'No token, or one that is unknown, expired or revoked'],
  ['403', 'The token was not made for this'],
  ['404', 'Nothing here that the token’s owner can see'],
  ['406', 'No such media type'],
  ['429', 'Too many requests; see Retry-After'],
] as const;

function answers(content: Record<string, { schema: JsonSchema }>): Record<string, object> {
  const refused = refusals.map(([status]) => [status, { $ref: `#/components/responses/Refusal${status}` }]);
  return {
    '200': { description: 'What was asked for', content },
    '304': { description: 'Unchanged since the ETag in If-None-Match' },
    ...Object.fromEntries(refused),
  };
}

function refusal(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function pascal(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
}
