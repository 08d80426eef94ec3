/** The parts of the registry, in the order of its tabs; each is the first word of its address below /w/:slug. */
export const registrySections = [
  'partners',
  'mandates',
  'commitments',
  'countries',
  'cycles',
  'timeline',
  'calendar',
  'imports',
] as const;

/** Pages that belong to the registry without a tab of their own. */
const others = ['matrix', 'resource-mapping'];

/** Whether an address is one of the registry's pages, which share its tabs. */
export function isInRegistry(pathname: string): boolean {
  const section = /^\/w\/[^/]+\/([^/.]+)/.exec(pathname)?.[1] ?? '';
  return [...registrySections, ...others].includes(section);
}
