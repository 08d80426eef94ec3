import type { Db } from '#db/db';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { FactsOf } from '#domain/partners/facts';
import { makePartners } from '#server/features/partners';
import { makeSavedViews } from '#server/features/saved-views';
import { openTestWorkspaces } from './workspace-services';
import { buildInstitution, buildMember, buildWorkspace } from './workspaces';

export const mandateFacts: FactsOf<'mandate'> = {
  theme: 'pooling',
  place: 'MG',
  instrument: 'grant',
  role: 1,
  approach: 'Supports a single pool.',
  validFrom: '2026-01-01',
  validTo: '2028-12-31',
  evidenceUrl: '',
  lastReviewedOn: null,
};

export const personFacts: FactsOf<'focal_person'> = {
  country: 'MG',
  position: 'Health adviser',
  name: 'N. N.',
  email: 'health@fund.example',
  phone: '+261 20 00 000 00',
  validFrom: null,
  validTo: null,
  hasConsented: false,
};

/** The registry's commands and queries over a test database, with what they stand on. */
export function openTestPartners(db: Db) {
  const house = openTestWorkspaces(db);
  const { clock, events } = house;
  const partners = makePartners({ db, clock, events });
  return { ...house, partners, savedViews: makeSavedViews({ db, clock, events }) };
}

/** A workspace with one partner; somebody acts for it unless it is `unattended`. */
export async function buildPartner(
  db: Db,
  house: ReturnType<typeof openTestPartners>,
  { isUnattended = false, name = 'Health Fund' }: { isUnattended?: boolean; name?: string } = {},
) {
  const workspace = await buildWorkspace(db);
  const { workspaceId, convenor } = workspace;
  const institutionId = await addTestPartner(db, house, { ...workspace, name });
  const member = (role: 'drafter' | 'contributor' | 'observer') =>
    buildMember(db, { workspaceId, institutionId, role });
  const keeper = isUnattended ? null : await member('contributor');
  const on = { workspaceId, institutionId };
  return { ...workspace, ...on, on, member, keeper: keeper?.actor ?? convenor.actor };
}

export async function addTestPartner(
  db: Db,
  house: ReturnType<typeof openTestPartners>,
  {
    workspaceId,
    convenor,
    name,
  }: Pick<Awaited<ReturnType<typeof buildWorkspace>>, 'convenor'> & {
    workspaceId: WorkspaceId;
    name: string;
  },
): Promise<InstitutionId> {
  const institutionId = await buildInstitution(db, { workspaceId, kind: 'fund', name });
  await house.partners.addPartner({ actor: convenor.actor, workspaceId, institutionId });
  return institutionId;
}
