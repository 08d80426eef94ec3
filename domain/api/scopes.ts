/** What a personal token may be used for; never more than what its owner may see. */
export const apiScopes = ['workspace:read', 'plans:read', 'registry:read', 'activity:read'] as const;
export type ApiScope = (typeof apiScopes)[number];
