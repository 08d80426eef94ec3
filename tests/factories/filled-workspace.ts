import type { Db } from '#db/db';
import type { ActionId, DialogueId, PlanId, WorkspaceId } from '#domain/ids';
import { addAction } from '#domain/plans';
import type { Role } from '#domain/workspaces/roles';
import { newId } from '#server/new-id';
import type { Services } from '#server/services';
import { buildAccount } from './accounts';
import { dialogueFacts } from './dialogues';
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
  const startImport = (into: PlanId) =>
    services.planImports.startImport({
      actor,
      workspaceId,
      planId: into,
      upload: { kind: 'paste', text: `Activités\tResponsable\n${slug} row\tOMS` },
    });
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
  return {
    slug,
    workspaceId,
    people,
    institutionId,
    planId,
    secondPlanId,
    actionId,
    dialogueId,
    importId: await startImport(planId),
    invitationId: (await invite(null)).invitationId,
    invitationToken: delivery.by === 'link' ? (new URL(delivery.url).pathname.split('/').at(-1) ?? '') : '',
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
