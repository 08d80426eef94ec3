import type { z } from 'zod/v4';
import type { Db } from '#db/db';
import type { ApiScope } from '#domain/api/scopes';
import type { WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import type { Standing } from '../workspaces';
import type { Slice } from './slice';

/** For whom and where a list is read. */
export interface Place {
  db: Db;
  workspaceId: WorkspaceId;
  actor: Actor;
  /** The person's memberships in each of the workspaces that the token reaches. */
  standings: readonly Standing[];
}

type Shape = z.ZodObject<z.ZodRawShape>;

/** One list of the API: its route, its parameters, its columns as CSV and its description all come from here. */
export interface Resource<Row extends Shape = Shape, Filters extends Shape = Shape> {
  /** In the address: plan-actions. */
  name: string;
  /** In the description: PlanAction. */
  rowName: string;
  summary: string;
  scope: ApiScope;
  /** Below /workspaces/{workspace}, or at the top. */
  isInWorkspace: boolean;
  row: Row;
  filters: Filters;
  /** The fields of a row that are unique together and by which the list is ordered. */
  key: readonly (keyof z.output<Row> & string)[];
  read(place: Place, slice: Slice, filters: z.output<Filters>): Promise<z.output<Row>[]>;
}

export function defineResource<Row extends Shape, Filters extends Shape>(
  resource: Resource<Row, Filters>,
): Resource {
  const fields = Object.keys(resource.row.shape);
  return {
    ...(resource as unknown as Resource),
    // What a row does not declare is not given: a column that a table gets later shows nowhere by itself.
    async read(place, slice, filters) {
      const rows = await resource.read(place, slice, filters as z.output<Filters>);
      return rows.map((row) =>
        Object.fromEntries(fields.map((field) => [field, (row as Record<string, unknown>)[field]])),
      );
    },
  };
}

/** A row can be asked for by its id where the id alone names it. */
export function hasItems({ key }: Resource): boolean {
  return key.length === 1 && key[0] === 'id';
}

export function pathOf({ name, isInWorkspace }: Resource): string {
  if (name === 'workspaces') return '/workspaces';
  return isInWorkspace ? `/workspaces/{workspace}/${name}` : `/${name}`;
}
