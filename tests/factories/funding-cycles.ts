import { pino } from 'pino';
import type { Db } from '#db/db';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { makeBackground } from '#server/background';
import { makeCalendarFeeds } from '#server/features/calendar-feeds';
import { dialogueEvents } from '#server/features/dialogue-calendar';
import {
  type BudgetEventFacts,
  type CycleFacts,
  type EnvelopeFacts,
  type EventFacts,
  makeFundingCycles,
} from '#server/features/funding-cycles';
import { openTestWorkspaces } from './workspace-services';
import { buildInstitution } from './workspaces';

export const cycleFacts: CycleFacts = {
  kind: 'allocation',
  name: 'GC8',
  periodStart: '2026-01-01',
  periodEnd: '2028-12-31',
  fiscalStartMonth: 1,
  fiscalStartDay: 1,
  predecessorId: null,
  note: '',
};

export const eventFacts: EventFacts = {
  kind: 'window_closes',
  title: 'Window 1',
  country: null,
  date: '2026-05-31',
  precision: 'day',
  state: 'indicative',
  source: 'Letter of the secretariat',
  checkedOn: '2026-02-01',
};

export const envelopeFacts: EnvelopeFacts = {
  country: 'MG',
  theme: 'tuberculosis',
  status: 'indicative',
  amount: '12500000.50',
  amountText: '12,5 Mio',
  currency: 'USD',
  valueDate: null,
  periodStart: '2026-01-01',
  periodEnd: '2028-12-31',
  sourceText: '',
};

export const budgetFacts: BudgetEventFacts = {
  country: 'MG',
  kind: 'circular',
  title: '',
  date: '2026-03-31',
  precision: 'day',
  state: 'confirmed',
  source: '',
  isYearly: true,
  lastYear: null,
};

/** The commands and queries of cycles and calendar feeds over a test database. */
export function openTestCycles(db: Db) {
  const house = openTestWorkspaces(db);
  const { clock, events, accounts } = house;
  const background = makeBackground(pino({ level: 'silent' }));
  const cycles = makeFundingCycles({ db, clock, events });
  const feeds = makeCalendarFeeds({
    ...{ db, clock, events, accounts, background, fundingCycles: cycles },
    dialogueCalendar: dialogueEvents({ db, publicUrl: 'https://concord.example' }),
  });
  return { ...house, background, cycles, feeds };
}

/** Writes an institution that is a partner of the workspace; nobody acts for it yet. */
export async function buildPartner(
  db: Db,
  {
    workspaceId,
    acronym = 'FM',
    ...given
  }: { workspaceId: WorkspaceId; acronym?: string; institutionId?: InstitutionId },
): Promise<InstitutionId> {
  const institutionId =
    given.institutionId ??
    (await buildInstitution(db, { workspaceId, kind: 'fund', name: `${acronym} fund`, acronym }));
  await db.transaction(async (tx) => {
    await tx.insert(db.tables.partnerProfiles).values({
      workspaceId,
      institutionId,
      about: '',
      website: '',
      instruments: [],
      modalities: [],
      createdAt: '2026-01-05T08:00:00.000Z',
    });
  });
  return institutionId;
}
