import { byOrder } from '#domain/plans/document';
import type { Action } from '#domain/plans/types';
import type { ActionFacts } from './action-facts';
import type { GridAddress, GridFilters, StatusFilter } from './filters';
import { comparable } from './institution-directory';
import type { PlacedActions, PlacedObjective } from './objective-tree';
import type { PlanContext } from './plan-context';

/** The header of a group, with every action in it and below it, so that its totals open to their rows. */
export interface GroupLine {
  kind: 'group';
  key: string;
  /** What a new action in this group gets: an objective's id, a block, or nothing. */
  value: string;
  number: string;
  title: string;
  depth: number;
  actions: readonly Action[];
  isCollapsed: boolean;
}

export interface ActionLine {
  kind: 'action';
  key: string;
  action: Action;
  /** The group that it stands in now. */
  group: string;
}

export type GridLine = GroupLine | ActionLine;

export interface LinesRequest {
  placed: readonly PlacedObjective[];
  placedActions: PlacedActions;
  address: GridAddress;
  facts: (action: Action) => ActionFacts;
  context: PlanContext;
  collapsed: ReadonlySet<string>;
  compare: ((a: Action, b: Action) => number) | null;
  isFiltering: boolean;
  /** A new action is shown until it is left, whatever the filters say. */
  keptId: string | null;
}

/** The lines of the grid from top to bottom, and the actions that the filters let through, in that order. */
export function arrangeLines(request: LinesRequest): { lines: GridLine[]; shown: Action[] } {
  const { placedActions, address, compare } = request;
  const matching = placedActions.ordered.filter(
    (action) => action.id === request.keptId || matches(action, request),
  );
  const shown = compare ? [...matching].sort(compare) : matching;
  switch (address.grouping) {
    case 'none':
      return { lines: shown.map((action) => lineOf(action, 'all')), shown };
    case 'block':
      return { lines: byBlock(shown, request), shown };
    case 'objective':
      return { lines: byObjective(shown, request), shown };
  }
}

function lineOf(action: Action, group: string): ActionLine {
  return { kind: 'action', key: action.id, action, group };
}

function byBlock(shown: readonly Action[], { context, collapsed, compare }: LinesRequest): GridLine[] {
  const groups = new Map<string, Action[]>([...context.blocks.codes, ''].map((block) => [block, []]));
  for (const action of compare ? shown : [...shown].sort(byOrder)) {
    const group = groups.get(action.block);
    if (group) group.push(action);
    else groups.set(action.block, [action]);
  }
  return [...groups]
    .filter(([, actions]) => actions.length > 0)
    .flatMap(([value, actions]) => {
      const key = `block:${value}`;
      const title = value && context.blocks.label(value);
      const header = { key, value, number: '', title, depth: 0, actions };
      return withHeader(header, actions, collapsed);
    });
}

/** Every objective has its header, also without actions, so that one can be added; filters leave empty ones out. */
function byObjective(shown: readonly Action[], request: LinesRequest): GridLine[] {
  const { placed, collapsed, isFiltering } = request;
  const own = new Map<string, Action[]>();
  const known = new Set<string>(placed.map(({ objective }) => objective.id));
  for (const action of shown) {
    const key = action.objectiveId && known.has(action.objectiveId) ? action.objectiveId : '';
    own.set(key, [...(own.get(key) ?? []), action]);
  }
  const lines: GridLine[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  placed.forEach((place, index) => {
    if (place.depth > hiddenBelow) return;
    hiddenBelow = Number.POSITIVE_INFINITY;
    const actions = subtree(placed, index).flatMap(({ objective }) => own.get(objective.id) ?? []);
    if (isFiltering && actions.length === 0) return;
    const { objective, number, depth } = place;
    const header = { key: `objective:${objective.id}`, value: objective.id, number, depth, actions };
    lines.push(...withHeader({ ...header, title: objective.title }, own.get(objective.id) ?? [], collapsed));
    if (collapsed.has(header.key)) hiddenBelow = depth;
  });
  const rest = own.get('') ?? [];
  if (rest.length === 0) return lines;
  const header = { key: 'objective:', value: '', number: '', title: '', depth: 0, actions: rest };
  return [...lines, ...withHeader(header, rest, collapsed)];
}

function subtree(placed: readonly PlacedObjective[], index: number): PlacedObjective[] {
  const depth = placed[index]?.depth ?? 0;
  let end = index + 1;
  while (end < placed.length && (placed[end]?.depth ?? 0) > depth) end++;
  return placed.slice(index, end);
}

function withHeader(
  header: Omit<GroupLine, 'kind' | 'isCollapsed'>,
  actions: readonly Action[],
  collapsed: ReadonlySet<string>,
): GridLine[] {
  const isCollapsed = collapsed.has(header.key);
  const line: GroupLine = { kind: 'group', ...header, isCollapsed };
  return isCollapsed ? [line] : [line, ...actions.map((action) => lineOf(action, header.key))];
}

function matches(action: Action, { address: { filters }, facts, context }: LinesRequest): boolean {
  const { theme, block, flaggedOnly } = filters;
  if (theme && !action.themes.includes(theme)) return false;
  if (block && action.block !== block) return false;
  if (flaggedOnly && facts(action).flags.size === 0) return false;
  return (
    isOfInstitution(action, filters) &&
    isOfYear(action, filters, facts, context) &&
    (!filters.status || hasStatus(facts(action), filters.status)) &&
    hasText(action, filters.text, context)
  );
}

function isOfInstitution(action: Action, { institutionId, role }: GridFilters): boolean {
  if (!institutionId) return true;
  const leads = action.lead.institutionId === institutionId;
  const supports = action.supporters.some((ref) => ref.institutionId === institutionId);
  return role === 'lead' ? leads : role === 'supporting' ? supports : leads || supports;
}

/** Runs in the fiscal year, or has money in it. */
function isOfYear(
  action: Action,
  { year }: GridFilters,
  facts: LinesRequest['facts'],
  { years }: PlanContext,
): boolean {
  if (year === null) return true;
  const { period, rows } = facts(action);
  const bounds = years.find((candidate) => candidate.year === year);
  const runs = period && bounds && period.start <= bounds.end && period.end >= bounds.start;
  return Boolean(runs) || rows.some((row) => row.year === year);
}

function hasStatus({ status, isOverdue }: ActionFacts, wanted: StatusFilter): boolean {
  if (wanted === 'overdue') return isOverdue;
  return wanted === 'not_reported' ? status === null : status === wanted;
}

function hasText(action: Action, text: string, { directory }: PlanContext): boolean {
  const wanted = comparable(text);
  if (wanted === '') return true;
  const searched = [
    action.title,
    action.description,
    ...[action.lead, ...action.supporters].flatMap((ref) => [
      directory.label(ref),
      directory.find(ref.institutionId)?.name ?? '',
    ]),
    ...Object.values(action.extra),
  ];
  return comparable(searched.join('\n')).includes(wanted);
}
