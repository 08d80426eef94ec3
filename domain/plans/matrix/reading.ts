import type { Reading } from '../reading';
import type { CostLine, FundingLine, Indicator, InstitutionRef, ObjectiveLevel } from '../types';
import type { MatrixProblem } from './problems';

type Draft<Line> = Omit<Line, 'id' | 'order'>;

/** What a row leaves open of an amount and was taken from its action or from the whole matrix. */
export interface Assumed {
  isYearAssumed?: true;
  isCurrencyAssumed?: true;
}

export type DraftCost = Draft<CostLine> & Assumed;
export type DraftFunding = Draft<FundingLine> & Assumed;
export type DraftIndicator = Draft<Indicator>;

/** How the cells of the matrix were read; what the plan has is read the same way before both are compared. */
export interface Conventions {
  decimal: ',' | '.';
  dayFirst: boolean;
  reading: Reading;
}

export interface DraftObjective {
  /** Folded titles from the top down, so that one heading met twice is one objective. */
  key: string;
  parentKey: string | null;
  level: ObjectiveLevel;
  title: string;
}

export interface DraftAction {
  /** Rows of the spreadsheet that it was read from, from 1. */
  rows: number[];
  /** The id that an export of this plan wrote beside it, or ''. */
  sourceId: string;
  number: string;
  objectiveKey: string | null;
  title: string;
  description: string;
  lead: InstitutionRef;
  supporters: InstitutionRef[];
  block: string;
  themes: string[];
  start: string;
  end: string;
  costs: DraftCost[];
  funding: DraftFunding[];
  indicators: DraftIndicator[];
  extra: Record<string, string>;
}

/** A name that the workspace's institutions do not answer to, also after a person chose one for it. */
export interface UnresolvedInstitution {
  key: string;
  /** As first typed. */
  name: string;
  isAmbiguous: boolean;
  /** What a person chose for it: an institution's id, '' to keep the text, null while nothing was chosen. */
  choice: string | null;
  rows: number[];
}

/** What the matrix says under a mapping: everything that would be imported, and everything to look at first. */
export interface MatrixReading {
  objectives: DraftObjective[];
  actions: DraftAction[];
  problems: MatrixProblem[];
  unresolved: UnresolvedInstitution[];
  conventions: Conventions;
  /** Rows that are none of the above. */
  skipped: { blank: number; totals: number; headers: number; footnotes: number };
}
