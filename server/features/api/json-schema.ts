import { z } from 'zod/v4';
import type { OpenApiParameter } from './openapi';
import { withoutDefault } from './read-query';

/** As much of JSON Schema as the API's rows and parameters use. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  required?: string[];
  properties?: Record<string, JsonSchema>;
  [keyword: string]: unknown;
}

/** A zod schema as JSON Schema 2020-12, which OpenAPI 3.1 speaks. Fields may be added in time, so none are forbidden. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const { $schema: _s, ...made } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      // A format says it; zod's pattern for it is longer than any reader is patient.
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return made as JsonSchema;
}

/** A parameter of the address; several values are divided by commas. */
export function parameterOf(name: string, schema: z.ZodType): OpenApiParameter {
  const { description, ...rest } = schemaOf(schema, 'input');
  const isList = withoutDefault(schema) instanceof z.ZodArray;
  return {
    name,
    in: 'query',
    required: false,
    ...(description ? { description } : {}),
    schema: rest,
    ...(isList ? { style: 'form' as const, explode: false } : {}),
  };
}
