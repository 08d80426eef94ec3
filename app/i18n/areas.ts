import { isInRegistry } from '../features/registry/sections';

/** Catalogues that only some pages need, by the area of the product that they belong to; the others come with every page. */
const namespacesOf = {
  plan: ['actions', 'figures', 'import'],
  /** Where plans are listed, opened and set up. */
  plans: ['managePlans'],
  /** One's home and a workspace's overview. */
  overviews: ['home'],
  /** Wherever a shared text is open. */
  editor: ['narrative', 'openPlan', 'documents'],
  /** Wherever what has happened is told. */
  activity: ['activity'],
  registry: ['registry', 'partners', 'provenance', 'savedViews', 'quality'],
  /** Who acts for whom in a workspace, and who is invited to. */
  members: ['members'],
  institutions: ['institutions'],
  administration: ['administration'],
  invitations: ['accept'],
  /** Signing in and one's own account. */
  accounts: ['accounts'],
  money: ['commitments', 'rates'],
  cycles: ['cycles'],
  mapping: ['mapping'],
  imports: ['iati'],
  dialogues: ['dialogues'],
  /** Wherever what is done in a dialogue may wait for the network. */
  sitting: ['waiting'],
  /** Wherever an institution's answer to its invitation stands beside its name. */
  answers: ['answers'],
  /** In a delegate's hand, and on the wall. */
  takePart: ['takePart'],
  minutes: ['minutes'],
  decisions: ['followUps'],
  /** A dialogue's dates, its public page and who registers there: where it is prepared, not where it is run. */
  meetings: ['meetings'],
  publicPages: ['publicPages'],
  /** Invitations by mail, where they are sent and where they are answered. */
  letters: ['letters'],
  feedback: ['feedback'],
  participation: ['participation'],
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
  if (/^\/w\/[^/]+\/plans(\/new)?\/?$/.test(pathname)) return ['plans'];
  if (/^\/w\/[^/]+\/plans\/[^/]+\/settings/.test(pathname)) return ['plans', 'plan', 'editor'];
  if (/^\/w\/[^/]+\/plans\/./.test(pathname)) return ['plan', 'editor'];
  if (isInRegistry(pathname)) return ['registry', 'institutions', ...registryAreas(pathname)];
  if (pathname.startsWith('/admin/exchange-rates')) return ['money', 'institutions', 'administration'];
  if (/^\/admin(\/|$)/.test(pathname)) return ['institutions', 'administration'];
  if (/^\/invitations\//.test(pathname)) return ['accounts', 'invitations'];
  if (/^\/w\/[^/]+\/institutions(\/|$)/.test(pathname)) return ['institutions'];
  if (/^\/w\/[^/]+\/members(\/|$)/.test(pathname)) return ['members'];
  if (/^\/w\/[^/]+\/participation/.test(pathname)) return ['dialogues', 'participation'];
  if (/^\/w\/[^/]+\/decisions(\/|$)/.test(pathname)) return ['dialogues', 'meetings', 'decisions'];
  if (/^\/w\/[^/]+\/dialogues(\/|$)/.test(pathname)) return ['dialogues', ...dialogueAreas(pathname)];
  if (/^\/letters\//.test(pathname)) return ['dialogues', 'publicPages', 'letters', 'takePart', 'answers'];
  if (/^\/(p|registrations)\//.test(pathname)) return ['dialogues', 'publicPages'];
  if (/^\/(home|w\/[^/]+)\/?$/.test(pathname)) return ['activity', 'overviews'];
  if (/^\/w\/[^/]+\/activity\/?$/.test(pathname)) return ['activity'];
  if (/^\/(api|account)(\/|$)/.test(pathname)) return ['accounts', 'api'];
  return /^\/(sign-in|setup|forgot-password|reset-password)(\/|$)/.test(pathname) ? ['accounts'] : [];
}

/** Beside the words of partners, those of the part of the registry, or of the tab of a partner. */
function registryAreas(pathname: string): Area[] {
  const [, , , section, , tab] = pathname.split('/');
  switch (section === 'partners' ? tab : section) {
    case 'commitments':
    case 'countries':
    case 'matrix':
      return ['money'];
    case 'cycles':
    case 'timeline':
    case 'calendar':
      return ['cycles', 'activity'];
    case 'imports':
      return ['money', 'imports'];
    case 'resource-mapping':
      return ['money', 'mapping'];
    default:
      return [];
  }
}

const ofDialoguePart: Record<string, Area[]> = {
  minutes: ['minutes', 'editor'],
  console: ['sitting'],
  'take-part': ['sitting', 'takePart', 'answers'],
  room: ['takePart'],
  edit: ['meetings', 'answers'],
  public: ['meetings'],
  registrations: ['meetings'],
  letters: ['letters'],
  feedback: ['feedback'],
};

/** Beside the words of dialogues, those of the list, of one to be read, or of its part. */
function dialogueAreas(pathname: string): Area[] {
  const [, , , , id, part] = pathname.split('/');
  if (!id || id === 'new') return ['meetings', 'answers'];
  return part ? (ofDialoguePart[part] ?? []) : ['decisions', 'feedback', 'answers'];
}
