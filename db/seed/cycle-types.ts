import type {
  BudgetEventKind,
  CycleEventKind,
  CycleEventState,
  CycleKind,
  DatePrecision,
  EnvelopeStatus,
} from '../../domain/funding-cycles/kinds';
import type { WindowRule } from '../../domain/funding-cycles/rule';
import type { Theme } from '../../domain/themes';

export interface DemoCycleEvent {
  kind: CycleEventKind;
  title?: string;
  date: string;
  precision?: DatePrecision;
  state: CycleEventState;
  source: string;
  /** What became of it, in order: each makes the date before it a former one. */
  revisions?: { title?: string; date: string; state: CycleEventState; reason: string }[];
}

export interface DemoCycle {
  /** By acronym. */
  partner: string;
  kind: CycleKind;
  name: string;
  periodStart: string;
  periodEnd: string;
  fiscalStartMonth?: number;
  /** By name, among those before it. */
  predecessor?: string;
  note?: string;
  events: DemoCycleEvent[];
  rule?: WindowRule;
  envelopes?: {
    theme: Theme | null;
    status: EnvelopeStatus;
    amount: string;
    currency: string;
    source: string;
  }[];
}

export interface DemoBudgetStep {
  kind: BudgetEventKind;
  date: string;
  precision?: DatePrecision;
  state: CycleEventState;
  source: string;
  /** The last calendar year; null while it goes on. */
  lastYear?: number;
}
