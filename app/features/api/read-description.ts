import type { JsonSchema, OpenApiDocument, OpenApiParameter } from '#server/features/api';

export interface DescribedValue {
  name: string;
  type: string;
  description: string;
}

export interface DescribedList {
  name: string;
  path: string;
  scope: string;
  hasItems: boolean;
  parameters: DescribedValue[];
  fields: DescribedValue[];
}

/** The description of the API as its page shows it: the lists, and what each takes and gives. */
export function readDescription({ paths, tags, components }: OpenApiDocument): DescribedList[] {
  return tags.map(({ name }) => {
    const own = Object.entries(paths).filter(([, { get }]) => get.tags.includes(name));
    const [path, { get }] = own.find(([at]) => at.endsWith(`/${name}`)) as (typeof own)[number];
    const rowName = own.map(([, one]) => one.get).find(({ operationId }) => operationId.startsWith('get'));
    return {
      name,
      path: `/api/v1${path}`,
      scope: Object.values(get.security[0] ?? {})[0]?.[0] ?? '',
      hasItems: rowName !== undefined,
      parameters: get.parameters.filter(({ in: place }) => place === 'query').map(describeParameter),
      fields: fieldsOf(rowOf(get.responses['200'], components.schemas)),
    };
  });
}

/** What programs may rely on when something is refused. */
export function readProblemCodes({ components }: OpenApiDocument): string[] {
  return (components.schemas.Problem?.properties?.code?.enum ?? []) as string[];
}

function describeParameter({ name, schema, description = '' }: OpenApiParameter): DescribedValue {
  return { name, type: typeOf(schema), description };
}

interface Answer {
  content?: Record<string, { schema: JsonSchema }>;
}

function rowOf(answer: object | undefined, schemas: Record<string, JsonSchema>): JsonSchema {
  const list = (answer as Answer | undefined)?.content?.['application/json']?.schema;
  const name = list?.properties?.data?.items?.$ref?.split('/').at(-1) ?? '';
  return schemas[name] ?? {};
}

/** The fields of a row; what a field is made of follows it as `field[].part`. */
function fieldsOf(row: JsonSchema, prefix = ''): DescribedValue[] {
  return Object.entries(row.properties ?? {}).flatMap(([name, schema]) => {
    const field = { name: prefix + name, type: typeOf(schema), description: schema.description ?? '' };
    return [field, ...(schema.items ? fieldsOf(schema.items, `${prefix}${name}[].`) : [])];
  });
}

function typeOf(schema: JsonSchema): string {
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.items) return `${bracketed(typeOf(schema.items))}[]`;
  if (schema.format) return schema.format;
  if (schema.pattern?.includes('\\d+')) return 'decimal';
  return String(schema.type ?? schema.const ?? '');
}

function bracketed(type: string): string {
  return type.includes(' | ') ? `(${type})` : type;
}
