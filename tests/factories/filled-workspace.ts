import { mappingWords } from '#app/features/resource-mapping/words.server';
import type { Db } from '#db/db';
import type { ActionId, DialogueId, DialogueItemId, PlanId, WorkspaceId } from '#domain/ids';
import type { FactsOf } from '#domain/partners/facts';
import { addAction } from '#domain/plans';
import type { Role } from '#domain/workspaces/roles';
import type { ListedPart } from '#server/features/partners';
import { newId } from '#server/new-id';
import type { Services } from '#server/services';
import { buildAccount } from './accounts';
import { buildActivity } from './activities';
import { dialogueFacts, itemFacts } from './dialogues';
import { fillCycle } from './filled-cycle';
import { fillDecision } from './filled-decision';
import { activitiesFile, chunksOf, completeActivity } from './iati';
import { mandateFacts, personFacts } from './partners';
import { type BuiltMember, buildInstitution, buildMember, buildWorkspace } from './workspaces';

export type FilledWorkspace = Awaited<ReturnType<typeof fillWorkspace>>;

/** A workspace whose slug, name and contents all begin with the same word, so that a leak shows. */
export async function fillWorkspace({ db, services }: { db: Db; services: Services }, slug: string) {
  const { workspaceId, convenor: first } = await buildWorkspace(db, { slug, name: `${slug} workspace` });
  const { actor } = first;
  const join = (role: Role) => joinWith(db, { workspaceId, role });
  const people = {
    observer: await join('observer'),
    contributor: await join('contributor'),
    drafter: await join('drafter'),
    convenor: await join('convenor'),
    spare: await join('observer'),
  };
  const institutionId = await buildInstitution(db, { workspaceId, name: `${slug} institution` });
  const plan = {
    title: `${slug} plan`,
    template: 'blank',
    language: 'fr',
    startYear: 2026,
    endYear: 2030,
  } as const;
  const { planId, documentId } = await services.plans.createPlan({ actor, workspaceId, ...plan });
  const { planId: secondPlanId } = await services.plans.createPlan({ actor, workspaceId, ...plan });
  const actionId = 'led' as ActionId;
  await services.documents.change(documentId, authorOf(first), (doc) =>
    addAction(doc, {
      id: actionId,
      title: `${slug} action`,
      lead: { institutionId: people.contributor.institutionId, text: '' },
    }),
  );
  const partner = await fillPartner(services, { slug, workspaceId, convenor: first, keeper: people.drafter });
  const cycle = await fillCycle(
    { db, services },
    { slug, workspaceId, convenor: first, keeper: people.drafter },
  );
  const { activityId } = await services.commitments.enterActivity({
    actor: people.drafter.actor,
    workspaceId,
    partnerId: people.drafter.institutionId,
    activity: buildActivity({ title: `${slug} activity` }),
  });

  const iatiImportId = await services.iatiImports.startImport({
    actor: people.drafter.actor,
    workspaceId,
    fileName: `${slug}.xml`,
    data: chunksOf(activitiesFile([completeActivity(`XM-${slug}`, { title: `${slug} clinics` })]), 10_000),
  });
  await services.iatiImports.settled();
  const startImport = (into: PlanId) =>
    services.planImports.startImport({
      actor,
      workspaceId,
      planId: into,
      upload: { kind: 'paste', text: `Activités\tResponsable\n${slug} row\tOMS` },
    });
  const startMapping = async () => {
    const { actor: owner } = people.contributor;
    const words = mappingWords('en', []);
    const bytes = await services.resourceMapping.writeTemplate({
      ...{ actor: owner, workspaceId, partnerId: null, words },
    });
    const read = { name: `${slug} workbook.xlsx`, bytes, languages: [words], language: 'en' } as const;
    return services.resourceMapping.startMapping({
      ...{ actor: owner, workspaceId, ...read, languages: [words] },
    });
  };
  const invite = (email: string | null) =>
    services.workspaces.invite({
      actor,
      workspaceId,
      institutionId: first.institutionId,
      role: 'observer',
      canInvite: false,
      email,
    });
  const { delivery } = await invite(null);
  const dialogueId = newId<DialogueId>();
  const dialogue = { actor, workspaceId, dialogueId };
  await services.dialogues.planDialogue({
    ...dialogue,
    facts: dialogueFacts({ title: `${slug} dialogue` }),
  });
  const invited = [people.contributor.institutionId, people.observer.institutionId];
  await services.dialogues.inviteInstitutions({ ...dialogue, institutionIds: invited });
  const dialogueItemId = newId<DialogueItemId>();
  const facts = itemFacts({ title: `${slug} item` });
  await services.dialogues.addItem({ ...dialogue, itemId: dialogueItemId, facts });
  await services.dialogues.startDialogue(dialogue);
  const publicDialogueId = newId<DialogueId>();
  const webinar = { ...dialogue, dialogueId: publicDialogueId };
  await services.dialogues.planDialogue({
    ...webinar,
    facts: dialogueFacts({ title: `${slug} webinar`, type: 'webinar', startsAt: '2100-03-02T06:00:00.000Z' }),
  });
  await services.publicDialogues.setVisibility({ ...webinar, visibility: 'public' });
  await services.registrations.setRegistration({ ...webinar, rules: { closesAt: null, places: null } });
  const decisionId = await fillDecision(services, dialogue, {
    ...{ text: `${slug} decision`, itemId: dialogueItemId, planId, actionId },
    institutionId: people.contributor.institutionId,
  });
  return {
    slug,
    workspaceId,
    people,
    institutionId,
    planId,
    secondPlanId,
    actionId,
    ...cycle,
    ...partner,
    activityId,
    dialogueId,
    publicDialogueId,
    dialogueItemId,
    decisionId,
    iatiImportId,
    importId: await startImport(planId),
    mappingId: await startMapping(),
    invitationId: (await invite(null)).invitationId,
    invitationToken: delivery.by === 'link' ? (new URL(delivery.url).pathname.split('/').at(-1) ?? '') : '',
  };
}

/** The drafter's institution is a partner, with something of each kind in its record and a proposal about it. */
async function fillPartner(
  { partners, savedViews }: Services,
  {
    slug,
    workspaceId,
    convenor,
    keeper,
  }: { slug: string; workspaceId: WorkspaceId; convenor: BuiltMember; keeper: BuiltMember },
) {
  const { institutionId } = keeper;
  const on = { workspaceId, institutionId };
  await partners.addPartner({ actor: convenor.actor, ...on });
  const to = { actor: keeper.actor, ...on };
  const text = `${slug} text`;
  await partners.editPart({ ...to, subject: 'profile', id: institutionId, facts: { about: text } });
  const add = async <S extends ListedPart>(subject: S, facts: FactsOf<S>) =>
    (await partners.addPart({ ...to, subject, facts })).id;
  const mandateId = await add('mandate', { ...mandateFacts, approach: text });
  const change = {
    subject: 'mandate',
    subjectId: mandateId,
    facts: { approach: `${text} changed` },
  } as const;
  const { proposalId } = await partners.propose({ actor: convenor.actor, ...on, change, reason: text });
  const view = { list: 'partners', name: text, query: 'theme=hiv', isShared: true };
  await savedViews.saveView({ actor: keeper.actor, workspaceId, ...view });
  const [saved] = await savedViews.listViews({ actor: keeper.actor, workspaceId, list: 'partners' });
  const document = { kind: 'report', title: text, url: 'https://example.org/', language: null } as const;
  return {
    partnerId: institutionId,
    mandateId,
    personId: await add('focal_person', { ...personFacts, name: text, hasConsented: true }),
    documentId: await add('document', { ...document, publishedOn: null }),
    proposalId,
    viewId: saved?.id ?? '',
  };
}

async function joinWith(
  db: Db,
  { workspaceId, role }: { workspaceId: WorkspaceId; role: Role },
): Promise<BuiltMember & { email: string }> {
  const { id: accountId, email } = await buildAccount(db);
  return { ...(await buildMember(db, { workspaceId, role, accountId })), email };
}

function authorOf({ accountId, institutionId }: BuiltMember) {
  return { accountId, institutionId };
}
