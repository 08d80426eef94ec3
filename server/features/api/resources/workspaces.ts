import { z } from 'zod/v4';
import { languages } from '#domain/languages';
import { roles } from '#domain/workspaces/roles';
import { country, currency, text, uuid } from '../fields';
import { defineResource } from '../resource';
import type { Slice } from '../slice';

export const workspacesResource = defineResource({
  name: 'workspaces',
  rowName: 'Workspace',
  summary: 'The workspaces that the token reaches, and for whom its owner acts there',
  scope: 'workspace:read',
  isInWorkspace: false,
  row: z.object({
    id: uuid(),
    slug: text().describe('In the address of its pages; may stand in the place of the id'),
    name: text(),
    country: country().nullable().describe('ISO 3166-1 alpha-2; null for a region or network'),
    currency: currency().describe('ISO 4217; the currency that new amounts start with'),
    languages: z.array(z.enum(languages)),
    institutionId: uuid().describe('The institution that the token’s owner acts for now'),
    role: z.enum(roles),
  }),
  filters: z.object({}),
  key: ['id'],
  async read({ standings }, slice) {
    const rows = standings.map(({ workspace, membership }) => ({
      ...workspace,
      institutionId: membership.institutionId,
      role: membership.role,
    }));
    return cutOut(rows, slice);
  },
});

/** A person is in few workspaces: they are read together and cut here. */
function cutOut<Row extends { id: string }>(rows: Row[], { id, after, isDescending, limit }: Slice): Row[] {
  const sign = isDescending ? -1 : 1;
  const compare = (a: string, b: string) => sign * (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .filter((row) => (id === null || row.id === id) && (!after || compare(row.id, String(after[0])) > 0))
    .sort((a, b) => compare(a.id, b.id))
    .slice(0, limit);
}
