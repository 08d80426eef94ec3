import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { MatrixMapping } from '#domain/plans/matrix';
import { makeServices, type Services } from '#server/services';
import {
  type Ask,
  type AsksOf,
  administered,
  kept,
  type OpenIn,
  onWorkspace,
  type Place,
  seen,
} from '#tests/factories/asks/ask';
import { dialogueAsks, openInDialogues } from '#tests/factories/asks/dialogues';
import { feedbackAsks, openInFeedback } from '#tests/factories/asks/feedback';
import { letterAsks, openInLetters } from '#tests/factories/asks/letters';
import { openInPublicDialogues, publicDialogueAsks } from '#tests/factories/asks/public-dialogues';
import { openInRegistry, registryAsks } from '#tests/factories/asks/registry';
import { dialects, openTestDb } from '#tests/factories/databases';
import { type FilledWorkspace, fillWorkspace } from '#tests/factories/filled-workspace';
import { makeTestFoundation } from '#tests/factories/foundation';

type Feature = 'institutions' | 'workspaces' | 'plans' | 'activity' | 'planImports';

const facts = {
  kind: 'ministry',
  country: 'MG',
  names: { en: 'N', fr: '', es: '' },
  acronym: '',
  identifiers: [],
} as const;
const place = { name: 'N', country: 'MG', currency: 'MGA', languages: ['fr' as const] };
const calendar = { appliesFrom: '2030-01-01', startMonth: 7, startDay: 1 };
const years = { startYear: 2026, endYear: 2030 };
const list = {
  search: '',
  role: '',
  kind: '',
  sort: { key: 'name', isDescending: false },
  page: 1,
  size: 9,
  institutionId: '',
  language: 'fr',
} as const;
const report = {
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  status: 'in_progress',
  evidence: '',
  blocker: '',
} as const;
const upload = { kind: 'paste', text: 'Activités\tResponsable\nA\tOMS' } as const;
const filter = { institutionId: null, group: null, before: null, limit: 9 };

const onMember = (on: Place) => ({
  ...onWorkspace(on),
  membershipId: on.people.spare.membershipId,
});
const onImport = (on: Place) => ({
  ...onWorkspace(on),
  planId: on.planId,
  importId: on.importId,
});
const anyMapping = {} as MatrixMapping;

const planningAsks: AsksOf<Feature> = {
  institutions: {
    createInstitution: kept((s, on) =>
      s.institutions.createInstitution({ ...onWorkspace(on), facts: { ...facts, identifiers: [] } }),
    ),
    editInstitution: administered((s, { actor, institutionId }) =>
      s.institutions.editInstitution({ actor, institutionId, facts: { ...facts, identifiers: [] } }),
    ),
    addToWorkspace: kept((s, on) =>
      s.institutions.addToWorkspace({ ...onWorkspace(on), institutionId: on.institutionId }),
    ),
    removeFromWorkspace: kept((s, on) =>
      s.institutions.removeFromWorkspace({ ...onWorkspace(on), institutionId: on.institutionId }),
    ),
    searchAddable: kept((s, on) =>
      s.institutions.searchAddable({ ...onWorkspace(on), search: '', language: 'fr', limit: 9 }),
    ),
    listDirectory: administered((s, { actor }) => s.institutions.listDirectory(actor, list)),
    findInDirectory: administered((s, { actor, institutionId }) =>
      s.institutions.findInDirectory({ actor, institutionId }),
    ),
  },
  workspaces: {
    createWorkspace: administered((s, { actor, institutionId }) =>
      s.workspaces.createWorkspace({
        actor,
        slug: 'new',
        ...place,
        calendars: [calendar],
        institution: { id: institutionId },
        convenor: { by: 'self' },
      }),
    ),
    listWorkspaces: administered((s, { actor }) => s.workspaces.listWorkspaces({ ...list, actor })),
    editWorkspace: kept((s, on) => s.workspaces.editWorkspace({ ...onWorkspace(on), ...place })),
    addFiscalCalendar: kept((s, on) => s.workspaces.addFiscalCalendar({ ...onWorkspace(on), calendar })),
    removeFiscalCalendar: kept((s, on) =>
      s.workspaces.removeFiscalCalendar({ ...onWorkspace(on), appliesFrom: '2000-01-01' }),
    ),
    listMembers: seen((s, on) => s.workspaces.listMembers({ ...onWorkspace(on), filter: list })),
    findMember: kept((s, on) => s.workspaces.findMember(onMember(on))),
    changeMembership: kept((s, on) =>
      s.workspaces.changeMembership({ ...onMember(on), role: 'convenor', canInvite: true }),
    ),
    endMembership: kept((s, on) => s.workspaces.endMembership(onMember(on))),
    actFor: { ...seen((s, on) => s.workspaces.actFor(onMember(on))), observer: 'not_found' },
    invite: kept((s, on) =>
      s.workspaces.invite({
        ...onWorkspace(on),
        institutionId: on.institutionId,
        role: 'observer',
        canInvite: false,
        email: null,
      }),
    ),
    renewInvitation: kept((s, on) =>
      s.workspaces.renewInvitation({ ...onWorkspace(on), invitationId: on.invitationId }),
    ),
    revokeInvitation: kept((s, on) =>
      s.workspaces.revokeInvitation({ ...onWorkspace(on), invitationId: on.invitationId }),
    ),
    listPendingInvitations: seen((s, on) => s.workspaces.listPendingInvitations(onWorkspace(on))),
  },
  plans: {
    createPlan: kept((s, on) =>
      s.plans.createPlan({ ...onWorkspace(on), title: 'P', template: 'blank', language: 'fr', ...years }),
    ),
    renamePlan: kept((s, { actor, planId }) => s.plans.renamePlan({ actor, planId, title: 'Other' })),
    setHorizon: kept((s, { actor, planId }) => s.plans.setHorizon({ actor, planId, ...years })),
    archivePlan: kept((s, { actor, planId }) => s.plans.archivePlan({ actor, planId })),
    restorePlan: kept((s, { actor, planId }) => s.plans.restorePlan({ actor, planId })),
    getPlan: seen((s, { actor, planId }) => s.plans.getPlan({ actor, planId })),
    listPlans: seen((s, on) => s.plans.listPlans(onWorkspace(on))),
    overview: seen((s, on) => s.plans.overview(onWorkspace(on))),
    figures: seen((s, { actor, planId }) => s.plans.figures({ actor, planId })),
    listActions: seen((s, on) => s.plans.listActions(onWorkspace(on))),
    reportStatus: kept((s, { actor, planId, actionId }) =>
      s.plans.reportStatus({ actor, planId, actionId, ...report }),
    ),
    listStatusReports: seen((s, { actor, planId }) => s.plans.listStatusReports({ actor, planId })),
  },
  activity: {
    listActivity: seen((s, on) => s.activity.listActivity({ ...onWorkspace(on), filter })),
  },
  planImports: {
    startImport: kept((s, on) =>
      s.planImports.startImport({ ...onWorkspace(on), planId: on.planId, upload }),
    ),
    setMapping: kept((s, on) => s.planImports.setMapping({ ...onImport(on), mapping: anyMapping })),
    chooseTable: kept((s, on) => s.planImports.chooseTable({ ...onImport(on), sheet: 0 })),
    discardImport: kept((s, on) => s.planImports.discardImport(onImport(on))),
    applyImport: kept((s, on) => s.planImports.applyImport(onImport(on))),
    previewImport: kept((s, on) => s.planImports.previewImport(onImport(on))),
    getImport: kept((s, on) => s.planImports.getImport(onImport(on))),
    findPlanForImport: kept((s, on) =>
      s.planImports.findPlanForImport({ ...onWorkspace(on), planId: on.planId }),
    ),
    exportMatrix: seen((s, on) =>
      s.planImports.exportMatrix({
        ...onWorkspace(on),
        planId: on.planId,
        as: 'csv',
        words: {
          header: String,
          block: String,
          theme: String,
          certainty: String,
          institution: ({ text }) => text,
          cost: String,
        },
      }),
    ),
  },
};

const openInPlanning: OpenIn<Feature> = {
  institutions: ['listInstitutions', 'listInstitutionLabels', 'findInstitution'],
  workspaces: [
    'findStanding',
    'actorIn',
    'listStandings',
    'listFiscalCalendars',
    'openInvitation',
    'acceptInvitation',
    'acceptAsNewPerson',
    'visit',
    'listVisits',
  ],
  plans: ['listActionsLedBy', 'project', 'rebuild', 'digest', 'start', 'stop'],
  activity: ['listSince', 'live'],
  planImports: ['writeWorkbook'],
};

const asks = {
  ...planningAsks,
  ...registryAsks,
  ...dialogueAsks,
  ...publicDialogueAsks,
  ...feedbackAsks,
  ...letterAsks,
};
const open = {
  ...openInPlanning,
  ...openInRegistry,
  ...openInDialogues,
  ...openInPublicDialogues,
  ...openInFeedback,
  ...openInLetters,
};
const features = Object.keys(asks) as (keyof typeof asks)[];
const everyAsk = features.flatMap((feature) =>
  Object.entries(asks[feature] as Record<string, Ask>).map(
    ([name, ask]) => [`${feature}.${name}`, ask] as const,
  ),
);

describe.each(dialects)('refusals on %s', (dialect) => {
  let db: Db;
  let services: Services;
  let here: FilledWorkspace;
  let elsewhere: FilledWorkspace;
  beforeAll(async () => {
    db = await openTestDb(dialect);
    services = makeServices(makeTestFoundation(db));
    here = await fillWorkspace({ db, services }, 'here');
    elsewhere = await fillWorkspace({ db, services }, 'elsewhere');
  });
  afterAll(async () => {
    await services.documents.stop();
    await services.plans.stop();
    await db.close();
  });

  it('are known for every command and query', () => {
    for (const feature of features) {
      const known = [...Object.keys(asks[feature]), ...open[feature]];
      expect([feature, known.sort()]).toEqual([feature, Object.keys(services[feature]).sort()]);
    }
  });

  it.each(everyAsk)('%s', async (_name, { ask, stranger, observer }) => {
    const before = await db.read.$count(db.tables.events);
    const asStranger = ask(services, { ...here, actor: elsewhere.people.convenor.actor });
    await expect(asStranger).rejects.toMatchObject({ code: stranger });
    const asObserver = ask(services, { ...here, actor: here.people.observer.actor });
    if (observer) await expect(asObserver).rejects.toMatchObject({ code: observer });
    else await asObserver;
    expect(await db.read.$count(db.tables.events)).toBe(before);
  });
});
