import type { DemoPartner, DemoProposal, DemoWorkspace } from '#db/seed/types';
import type { WorkspaceId } from '#domain/ids';
import type { FactsOf } from '#domain/partners/facts';
import type { Actor } from '#domain/workspaces/actor';
import type { Context, Institutions } from './context';

interface Entering {
  workspace: DemoWorkspace;
  workspaceId: WorkspaceId;
  institutions: Institutions;
  convenor: Actor;
  /** Everyone who can act in the workspace. */
  actors: Actor[];
}

/** Lists the partners; each record is entered by who keeps it: its own people, or the convenor where it has none. */
export async function enterPartners(context: Context, entering: Entering): Promise<void> {
  const { workspace, convenor } = entering;
  for (const partner of workspace.partners) {
    const { on, keeper } = partnerOf(entering, partner.acronym);
    await context.services.partners.addPartner({ actor: convenor, ...on });
    await enterRecord(context, { partner, to: { actor: keeper, ...on }, country: workspace.country });
  }
  for (const proposal of workspace.proposals) await enterProposal(context, { entering, proposal });
}

type ToPartner = { actor: Actor } & ReturnType<typeof partnerOf>['on'];

async function enterRecord(
  { services: { partners } }: Context,
  { partner, to, country }: { partner: DemoPartner; to: ToPartner; country: string },
): Promise<void> {
  const { about, instruments, modalities, aliases } = partner;
  const facts = { about, instruments, modalities, aliases };
  await partners.editPart({ ...to, subject: 'profile', id: to.institutionId, facts });
  for (const mandate of partner.mandates)
    await partners.addPart({
      ...to,
      subject: 'mandate',
      facts: { ...emptyMandate, place: country, ...mandate },
    });
  for (const person of partner.people)
    await partners.addPart({ ...to, subject: 'focal_person', facts: { ...emptyPerson, ...person } });
  for (const { path, ...document } of partner.documents) {
    const url = `https://example.org/${path}`;
    await partners.addPart({ ...to, subject: 'document', facts: { ...document, url, language: 'fr' } });
  }
}

const emptyMandate = {
  approach: '',
  evidenceUrl: '',
  validFrom: null,
  validTo: null,
  lastReviewedOn: null,
} satisfies Partial<FactsOf<'mandate'>>;

const emptyPerson = {
  name: '',
  phone: '',
  validFrom: null,
  validTo: null,
} satisfies Partial<FactsOf<'focal_person'>>;

async function enterProposal(
  { services: { partners } }: Context,
  { entering, proposal }: { entering: Entering; proposal: DemoProposal },
): Promise<void> {
  const { convenor, workspaceId } = entering;
  const { acronym, theme, change, reason, rejection } = proposal;
  const { on, keeper } = partnerOf(entering, acronym);
  const { institutionId } = on;
  const [mandate] = await partners.listMandates(workspaceId, { institutionId, theme, language: 'fr' });
  if (!mandate) throw new Error(`${acronym} has no mandate for ${theme} in the demo.`);
  const wanted = { subject: 'mandate', subjectId: mandate.id, facts: change } as const;
  const { proposalId } = await partners.propose({ actor: convenor, ...on, change: wanted, reason });
  if (rejection !== null)
    await partners.rejectProposal({ actor: keeper, workspaceId, proposalId, reason: rejection });
}

function partnerOf({ workspaceId, institutions, convenor, actors }: Entering, acronym: string) {
  const institutionId = institutions.get(acronym);
  if (!institutionId) throw new Error(`${acronym} is not among the institutions of the demo.`);
  const own = actors.find(({ membership }) => membership?.institutionId === institutionId);
  return { on: { workspaceId, institutionId }, keeper: own ?? convenor };
}
