/** convenor: runs the workspace; drafter: edits; contributor: comments and takes positions; observer: reads. */
export const roles = ['convenor', 'drafter', 'contributor', 'observer'] as const;
export type Role = (typeof roles)[number];
