import { isInRegistry } from '../features/registry/sections';

/** Catalogues that only some pages need, by the area of the product that they belong to; the others come with every page. */
const namespacesOf = {
  plan: ['actions', 'figures', 'import'],
  /** Wherever a shared text is open. */
  editor: ['narrative', 'openPlan'],
  registry: [
    'registry',
    'partners',
    'provenance',
    'savedViews',
    'quality',
    'cycles',
    'commitments',
    'rates',
    'mapping',
  ],
  imports: ['iati'],
  dialogues: ['dialogues'],
  minutes: ['minutes'],
  /** For files alone, which are made on the server. */
  files: ['report'],
  api: ['api'],
} as const;

export type Area = keyof typeof namespacesOf;

/** The area of a catalogue, or null for one that every page has. */
export function areaOf(namespace: string): Area | null {
  for (const [area, namespaces] of Object.entries(namespacesOf)) {
    if ((namespaces as readonly string[]).includes(namespace)) return area as Area;
  }
  return null;
}

/** Which areas a page belongs to, by its address. */
export function areasAt(pathname: string): Area[] {
  if (/^\/w\/[^/]+\/plans\/./.test(pathname)) return ['plan', 'editor'];
  if (/^\/w\/[^/]+\/imports(\/|$)/.test(pathname)) return ['registry', 'imports'];
  if (isInRegistry(pathname) || pathname.startsWith('/admin/exchange-rates')) return ['registry'];
  if (/^\/w\/[^/]+\/dialogues\/[^/]+\/minutes/.test(pathname)) return ['dialogues', 'minutes', 'editor'];
  if (/^\/w\/[^/]+\/(dialogues|decisions)(\/|$)/.test(pathname)) return ['dialogues'];
  return /^\/(api|account)(\/|$)/.test(pathname) ? ['api'] : [];
}
