/** convenor: runs the workspace; drafter: edits; contributor: comments and takes positions; observer: reads. */
export const roles = ['convenor', 'drafter', 'contributor', 'observer'] as const;
export type Role = (typeof roles)[number];

export function isRole(value: unknown): value is Role {
  return roles.includes(value as Role);
}

/** Whether the first role may do more than the second; `roles` is in falling order. */
export function isAbove(role: Role, other: Role): boolean {
  return roles.indexOf(role) < roles.indexOf(other);
}
