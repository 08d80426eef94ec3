/** What a personal token may be used for; never more than what its owner may see. */
export const apiScopes = ['workspace:read', 'plans:read', 'registry:read', 'activity:read'] as const;
export type ApiScope = (typeof apiScopes)[number];

export function isApiScope(value: unknown): value is ApiScope {
  return apiScopes.includes(value as ApiScope);
}
