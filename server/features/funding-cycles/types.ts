import type { Db, Tx } from '#db/db';
import type { Clock } from '#domain/clock';
import type {
  CycleEventKind,
  CycleEventState,
  CycleKind,
  DatePrecision,
  EnvelopeStatus,
} from '#domain/funding-cycles/kinds';
import type { FundingCycleId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { Theme } from '#domain/themes';
import type { Actor } from '#domain/workspaces/actor';
import type { Author, Events, RecordEvent } from '../events';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
}

/** What a command has at hand inside its transaction. */
export interface Writing {
  db: Db;
  clock: Clock;
  tx: Tx;
  record: RecordEvent;
  by: Author;
}

export interface Acting {
  actor: Actor;
  workspaceId: WorkspaceId;
}

export interface CycleFacts {
  kind: CycleKind;
  name: string;
  periodStart: string;
  periodEnd: string;
  fiscalStartMonth: number;
  fiscalStartDay: number;
  predecessorId: FundingCycleId | null;
  note: string;
}

export interface EventFacts {
  kind: CycleEventKind;
  title: string;
  /** ISO 3166-1 alpha-2; null where it holds for all countries. */
  country: string | null;
  date: string;
  precision: DatePrecision;
  state: CycleEventState;
  source: string;
  checkedOn: string | null;
}

export interface EnvelopeFacts {
  country: string | null;
  theme: Theme | null;
  status: EnvelopeStatus;
  /** An exact decimal, and what was typed. */
  amount: string;
  amountText: string;
  currency: string;
  valueDate: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  sourceText: string;
}

export interface OnCycle extends Acting {
  cycleId: FundingCycleId;
}

export interface OfPartner {
  institutionId: InstitutionId;
}
