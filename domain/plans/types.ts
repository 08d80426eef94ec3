import type { ActionId, InstitutionId, ObjectiveId } from '../ids';

/**
 * The shape of a plan document (Yjs), as plain data. Everything a person typed is kept as text, also where it does
 * not parse; the projection and the interface parse it and show what did not.
 *
 *   meta        Y.Map    { schema: 1 }
 *   narrative   Y.XmlFragment
 *   objectives  Y.Map    id -> Y.Map { level, parentId, order, title: Y.Text }
 *   actions     Y.Map    id -> Y.Map { objectiveId, order, title: Y.Text, description: Y.Text, leadInstitutionId,
 *                        leadText, block, start, end, themes: Y.Map code -> true,
 *                        supporters, costs, funding, indicators: Y.Map id -> Y.Map, extra: Y.Map header -> text }
 *
 * `order` is a fractional index; ties are broken by id. Ids are UUIDv7.
 */
export const planSchema = 1;

export type ObjectiveLevel = 'orientation' | 'axis' | 'objective';

export interface Objective {
  id: ObjectiveId;
  level: ObjectiveLevel;
  parentId: ObjectiveId | null;
  order: string;
  title: string;
}

/** An institution of the workspace, or free text that is shown as unresolved. */
export interface InstitutionRef {
  institutionId: InstitutionId | null;
  text: string;
}

export interface Supporter extends InstitutionRef {
  id: string;
  order: string;
}

export interface CostLine {
  id: string;
  order: string;
  /** The calendar year in which the fiscal year starts, as typed: "2026". */
  year: string;
  /** As typed: "1 250 000,50". */
  amount: string;
  /** ISO 4217. */
  currency: string;
}

export const certainties = ['secured', 'partly', 'to_mobilise'] as const;
export type Certainty = (typeof certainties)[number];

export interface FundingLine extends InstitutionRef {
  id: string;
  order: string;
  /** As in CostLine; empty when the funding is for the whole action. */
  year: string;
  amount: string;
  currency: string;
  certainty: Certainty;
}

export interface Indicator {
  id: string;
  order: string;
  name: string;
  baseline: string;
  target: string;
  year: string;
  /** Source of verification. */
  source: string;
}

export interface Action {
  id: ActionId;
  objectiveId: ObjectiveId | null;
  order: string;
  title: string;
  description: string;
  lead: InstitutionRef;
  supporters: Supporter[];
  /** A health-system block or empty. */
  block: string;
  themes: string[];
  /** "2026", "2026-T1", "T1 2026", "2026-03", "2026-03-31" or whatever was typed. */
  start: string;
  end: string;
  costs: CostLine[];
  funding: FundingLine[];
  indicators: Indicator[];
  /** Columns of an imported matrix that have no place of their own, by header. */
  extra: Record<string, string>;
}

/** Health-system blocks, as in joint review aide-mémoires. */
export const blocks = [
  'service_delivery',
  'workforce',
  'infrastructure',
  'governance',
  'information',
  'financing',
  'monitoring',
] as const;
export type Block = (typeof blocks)[number];

export const reportStatuses = ['not_started', 'in_progress', 'completed', 'cancelled'] as const;
export type ReportStatus = (typeof reportStatuses)[number];
