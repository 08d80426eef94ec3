import { pino } from 'pino';
import type { Db } from '#db/db';
import type { ActivityRecord } from '#domain/commitments/types';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { makeBackground } from '#server/background';
import { makeCommitments } from '#server/features/commitments';
import { makeExchangeRates } from '#server/features/exchange-rates';
import { openTestWorkspaces } from './workspace-services';
import { type BuiltMember, buildInstitution, buildMember, buildWorkspace } from './workspaces';

/** The commands and queries of commitments and rates over a test database. */
export function openTestCommitments(db: Db) {
  const house = openTestWorkspaces(db);
  const { clock, events } = house;
  const background = makeBackground(pino({ level: 'silent' }));
  const commitments = makeCommitments({ db, clock, events, background });
  const exchangeRates = makeExchangeRates({ db, clock, events });
  return { ...house, background, commitments, exchangeRates };
}

/** A workspace with a partner whom a drafter acts for. */
export async function buildPartnership(db: Db): Promise<{
  workspaceId: WorkspaceId;
  slug: string;
  convenor: BuiltMember;
  partnerId: InstitutionId;
  keeper: BuiltMember;
}> {
  const { workspaceId, slug, convenor } = await buildWorkspace(db);
  const partnerId = await buildPartner(db, workspaceId);
  const keeper = await buildMember(db, { workspaceId, institutionId: partnerId });
  return { workspaceId, slug, convenor, partnerId, keeper };
}

export async function buildPartner(db: Db, workspaceId: WorkspaceId, name = 'Fund'): Promise<InstitutionId> {
  const institutionId = await buildInstitution(db, { workspaceId, name, kind: 'fund' });
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

/** Enters activities as the partner's own person. */
export async function enterAll(
  { commitments }: Pick<ReturnType<typeof openTestCommitments>, 'commitments'>,
  { workspaceId, partnerId, keeper }: Awaited<ReturnType<typeof buildPartnership>>,
  activities: ActivityRecord[],
) {
  const ids = [];
  for (const activity of activities) {
    const entered = await commitments.enterActivity({
      actor: keeper.actor,
      workspaceId,
      partnerId,
      activity,
    });
    ids.push(entered.activityId);
  }
  return ids;
}
