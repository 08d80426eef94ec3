import { z } from 'zod';
import { apiScopes } from '#domain/api/scopes';
import { tokenLimits } from '#domain/api/tokens';
import { lifetimes } from './lifetimes';

// The messages are keys of the catalogue `api`, under `fieldErrors`.
export const tokenSchema = z.object({
  name: z
    .string({ required_error: 'nameMissing' })
    .trim()
    .min(1, 'nameMissing')
    .max(tokenLimits.nameLength, 'nameTooLong'),
  scopes: z.array(z.enum(apiScopes)).min(1, 'scopesMissing'),
  /** A workspace's id; empty for all of one's own. */
  workspaceId: z.string().default(''),
  days: z.enum(lifetimes).default(''),
});
