import type * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '../ids';
import { byOrder, type Entry, idAt, mapAt, orderedEntries, planRoots, textAt } from './document';
import { inReadingOrder } from './tree';
import {
  type Action,
  type Certainty,
  type CostLine,
  certainties,
  type FundingLine,
  type Indicator,
  type InstitutionRef,
  type Objective,
  type ObjectiveLevel,
  type Supporter,
} from './types';

export interface PlanContent {
  /** Depth first: each orientation, its axes, their objectives. */
  objectives: Objective[];
  /** By the place of their objective, then by their own; those without an objective last. */
  actions: Action[];
}

/** The plan as plain data, the same for every reader of the same document state. */
export function readPlan(doc: Y.Doc): PlanContent {
  const objectives = readObjectives(doc);
  return { objectives, actions: readActions(doc, objectives) };
}

export function readObjectives(doc: Y.Doc): Objective[] {
  const roots = planRoots(doc);
  return inReadingOrder(orderedEntries(roots.objectives).map(({ id, entry }) => readObjective(entry, id)));
}

export function readObjective(entry: Entry, id: string): Objective {
  const level = textAt(entry, 'level');
  return {
    id: id as ObjectiveId,
    level: level === 'orientation' || level === 'axis' ? level : ('objective' satisfies ObjectiveLevel),
    parentId: idAt(entry, 'parentId'),
    order: textAt(entry, 'order'),
    title: textAt(entry, 'title'),
  };
}

export function readActions(doc: Y.Doc, objectives: readonly Objective[]): Action[] {
  const place = new Map(objectives.map(({ id }, index) => [id, index]));
  const placeOf = ({ objectiveId }: Action) =>
    (objectiveId === null ? undefined : place.get(objectiveId)) ?? objectives.length;
  return orderedEntries(planRoots(doc).actions)
    .map(({ id, entry }) => readAction(entry, id))
    .sort((a, b) => placeOf(a) - placeOf(b) || byOrder(a, b));
}

export function readAction(entry: Entry, id: string): Action {
  return {
    id: id as ActionId,
    objectiveId: idAt(entry, 'objectiveId'),
    order: textAt(entry, 'order'),
    title: textAt(entry, 'title'),
    description: textAt(entry, 'description'),
    lead: { institutionId: idAt(entry, 'leadInstitutionId'), text: textAt(entry, 'leadText') },
    supporters: lines(entry, 'supporters', readSupporter),
    block: textAt(entry, 'block'),
    themes: keysOf(mapAt(entry, 'themes')),
    start: textAt(entry, 'start'),
    end: textAt(entry, 'end'),
    costs: lines(entry, 'costs', readCost),
    funding: lines(entry, 'funding', readFunding),
    indicators: lines(entry, 'indicators', readIndicator),
    extra: textsOf(mapAt(entry, 'extra')),
  };
}

type Line = { id: string; order: string };

function lines<L>(entry: Entry, key: string, read: (entry: Entry, line: Line) => L): L[] {
  return orderedEntries(mapAt(entry, key)).map(({ id, order, entry: line }) => read(line, { id, order }));
}

function readInstitution(entry: Entry): InstitutionRef {
  return { institutionId: idAt(entry, 'institutionId'), text: textAt(entry, 'text') };
}

function readSupporter(entry: Entry, line: Line): Supporter {
  return { ...line, ...readInstitution(entry) };
}

function readCost(entry: Entry, line: Line): CostLine {
  return {
    ...line,
    year: textAt(entry, 'year'),
    amount: textAt(entry, 'amount'),
    currency: textAt(entry, 'currency'),
  };
}

function readFunding(entry: Entry, line: Line): FundingLine {
  const certainty = textAt(entry, 'certainty') as Certainty;
  return {
    ...readCost(entry, line),
    ...readInstitution(entry),
    // What is not known to be secured is still to be mobilised.
    certainty: certainties.includes(certainty) ? certainty : 'to_mobilise',
  };
}

function readIndicator(entry: Entry, line: Line): Indicator {
  return {
    ...line,
    name: textAt(entry, 'name'),
    baseline: textAt(entry, 'baseline'),
    target: textAt(entry, 'target'),
    year: textAt(entry, 'year'),
    source: textAt(entry, 'source'),
  };
}

function keysOf(map: Entry | null): string[] {
  if (!map) return [];
  return [...map.keys()].filter((key) => map.get(key) === true).sort();
}

function textsOf(map: Entry | null): Record<string, string> {
  if (!map) return {};
  return Object.fromEntries([...map.keys()].sort().map((key) => [key, textAt(map, key)]));
}
