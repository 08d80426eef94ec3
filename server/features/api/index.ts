import type { Router } from 'express';
import { apiRoutes } from './http/routes';
import { describeApi, type OpenApiDocument } from './openapi';
import { resources } from './resources';
import { tokenCommands } from './tokens';
import type { Dependencies } from './types';

export type { JsonSchema } from './json-schema';
export type { OpenApiDocument, OpenApiParameter } from './openapi';
export type { ListedToken } from './tokens';

/** Reading for programs: personal tokens, the JSON API and its description. */
export function makeApi(dependencies: Dependencies) {
  let made: OpenApiDocument | null = null;

  function description(): OpenApiDocument {
    made ??= describeApi(resources, dependencies.publicUrl);
    return made;
  }

  return {
    ...tokenCommands(dependencies),
    description,
    routes: (): Router => apiRoutes(dependencies, resources, description),
  };
}
