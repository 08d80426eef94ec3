/** What an institution is. The kind fixes its hue everywhere: cursors, badges, charts, timelines. */
export const institutionKinds = [
  'ministry',
  'social_security',
  'agency',
  'bank',
  'fund',
  'ngo',
  'union',
  'employers',
  'university',
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];
