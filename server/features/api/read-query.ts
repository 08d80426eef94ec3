import { z } from 'zod/v4';
import { type ParameterError, Problem } from './problem';
import type { Resource } from './resource';

export const pageLimits = { default: 50, max: 200 };

/** What every list takes beside its own filters. */
export const pageParameters = z.object({
  limit: z.int().min(1).max(pageLimits.max).default(pageLimits.default),
  cursor: z.string().min(1).max(2_000).optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
});

/** A list as a file is whole: it has no pages. */
export const fileParameters = pageParameters.pick({ order: true });

export interface ListQuery {
  filters: Record<string, unknown>;
  order: 'asc' | 'desc';
  limit: number;
  cursor: string | null;
}

/** Reads the parameters of a list. Throws `invalid_parameters` with everything that is wrong with them at once. */
export function readListQuery(resource: Resource, params: URLSearchParams, as: 'page' | 'file'): ListQuery {
  const own = as === 'page' ? pageParameters : fileParameters;
  const schema = z.object({ ...resource.filters.shape, ...own.shape });
  const values = readValues(schema, params);
  const { limit, cursor, order, ...filters } = values as Record<string, unknown>;
  return {
    filters,
    order: order === 'desc' ? 'desc' : 'asc',
    limit: typeof limit === 'number' ? limit : pageLimits.default,
    cursor: typeof cursor === 'string' ? cursor : null,
  };
}

/** A page of one thing takes no parameters. */
export function refuseParameters(params: URLSearchParams): void {
  readValues(z.object({}), params);
}

function readValues(schema: z.ZodObject, params: URLSearchParams): unknown {
  const errors: ParameterError[] = [];
  const raw: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (!field) errors.push({ parameter: name, code: 'unknown', detail: 'There is no such parameter here' });
    else raw[name] = readValue(field as z.ZodType, params.getAll(name).join(','));
  }
  const parsed = schema.safeParse(raw);
  for (const issue of parsed.error?.issues ?? []) {
    errors.push({ parameter: String(issue.path[0]), code: 'invalid', detail: issue.message });
  }
  if (errors.length > 0) throw new Problem('invalid_parameters', errors);
  return parsed.data;
}

/** A text of the address as what the schema expects; what it can not be stays text, and is refused by the schema. */
function readValue(schema: z.ZodType, given: string): unknown {
  const inner = withoutDefault(schema);
  if (inner instanceof z.ZodArray) {
    return given.split(',').map((part) => readValue(inner.element as z.ZodType, part.trim()));
  }
  if (inner instanceof z.ZodNumber) return /^-?\d{1,15}$/.test(given) ? Number(given) : given;
  if (inner instanceof z.ZodBoolean) return given === 'true' ? true : given === 'false' ? false : given;
  return given;
}

export function withoutDefault(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return withoutDefault(schema.unwrap() as z.ZodType);
  }
  return schema;
}
