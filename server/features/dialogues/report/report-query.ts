import { eq } from 'drizzle-orm';
import { spentMs } from '#domain/dialogues/agenda-item';
import { lengthMs } from '#domain/dialogues/floor';
import type { Confidentiality } from '#domain/dialogues/kinds';
import { fullestQuorum, type Seat } from '#domain/dialogues/quorum';
import { DomainError } from '#domain/errors';
import type { DialogueId } from '#domain/ids';
import { marksOf } from '../ballot';
import { minutesQuery } from '../minutes/view';
import { dialogueQuery } from '../show-dialogue';
import type { Asked, Dependencies } from '../types';
import type { DialogueView, ItemView, ProposalView } from '../view-types';
import { copyFor, rank } from './copy-for';
import type { DialogueReport, ReportInstitution } from './report-data';
import { reportItem } from './report-item';

type Marks = Awaited<ReturnType<typeof marksOf>>;

export function reportQuery(dependencies: Dependencies) {
  const { db, clock } = dependencies;
  const { showDialogue } = dialogueQuery(dependencies);
  const { showMinutes } = minutesQuery(dependencies);

  /**
   * The report as the actor may read it, or as they may hand it on: with what opens to the audience and to them alike.
   * Throws `not_found` outside of the workspace and `stale` before the sitting.
   */
  async function dialogueReport({
    audience,
    ...asked
  }: Asked & { audience: Confidentiality }): Promise<DialogueReport> {
    const [whole, wholeMinutes, workspace, marks] = await Promise.all([
      showDialogue(asked),
      showMinutes(asked),
      workspaceOf(asked),
      marksOf(db, db.read, asked.dialogueId as DialogueId),
    ]);
    if (!whole.startedAt) throw new DomainError({ code: 'stale' });
    const { view, minutes } = copyFor(audience, { view: whole, minutes: wholeMinutes });
    const institutions = institutionsOf(view, marks);
    const { isChathamHouse, nowMs, items, decisions } = view;
    return {
      workspace,
      reference: `${workspace.slug.toUpperCase()}/${view.number}`,
      dialogue: factsOf(view),
      audience: mostConfidential(view),
      minutes: { state: minutes.state, lockedAt: minutes.lockedAt },
      institutions,
      quorum: view.quorum && fullestQuorum(view.quorum, view.institutions.map(seatOf), marks),
      items: items.map((item) =>
        reportItem({
          ...{ item, nowMs, isChathamHouse },
          minutes: minutes.items.find(({ itemId }) => itemId === item.id) ?? null,
          spentMs: spentMs(item.item, nowMs),
        }),
      ),
      spoken: isChathamHouse ? [] : spokenOf(items, nowMs),
      decisions,
      madeAt: clock.now().toISOString(),
    };
  }

  async function workspaceOf({ workspaceId }: Asked): Promise<DialogueReport['workspace']> {
    const { workspaces } = db.tables;
    const [row] = await db.read
      .select({ slug: workspaces.slug, name: workspaces.name })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId));
    if (!row) throw new DomainError({ code: 'not_found' });
    return row;
  }

  return { dialogueReport };
}

/** Under the Chatham House Rule how the room stood, without names too, is for those who were invited. */
function mostConfidential({ items, isChathamHouse }: DialogueView): Confidentiality {
  const standsFor = ({ state, isAttributed }: ProposalView) =>
    isChathamHouse && isAttributed && state === 'closed' ? 'participants' : 'public';
  return items
    .flatMap(({ confidentiality, papers, proposals }) => [
      confidentiality,
      ...papers.map(({ audience }) => audience),
      ...proposals.map(standsFor),
    ])
    .reduce<Confidentiality>((most, one) => (rank(one) > rank(most) ? one : most), 'public');
}

function factsOf(view: DialogueView): DialogueReport['dialogue'] {
  const { type, title, purpose, place, link, timeZone, languages, startsAt, limits, quorum } = view;
  const { isChathamHouse, startedAt, endedAt } = view;
  return {
    ...{ type, title, purpose, place, link, timeZone, languages, startsAt, limits, quorum },
    ...{ isChathamHouse, startedAt, endedAt },
  };
}

function institutionsOf(view: DialogueView, marks: Marks): ReportInstitution[] {
  return view.institutions.map(({ attendance: _last, ...invited }) => {
    const own = marks.filter(({ institutionId }) => institutionId === invited.institution.id);
    const came = own.find(({ state }) => state === 'present' || state === 'remote');
    return {
      ...invited,
      attended: came?.state ?? own.at(-1)?.state ?? null,
      marks: own.map(({ state, atMs }) => ({ state, atMs })),
    };
  });
}

function seatOf({ institution, group, answer }: DialogueView['institutions'][number]): Seat {
  return { institutionId: institution.id, group, answer };
}

function spokenOf(items: readonly ItemView[], nowMs: number): DialogueReport['spoken'] {
  const spoken = new Map<string, { interventions: number; ms: number }>();
  for (const one of items.flatMap(({ floor }) => floor.heard)) {
    if (one.kind === 'point_of_order') continue;
    const before = spoken.get(one.institutionId) ?? { interventions: 0, ms: 0 };
    spoken.set(one.institutionId, {
      interventions: before.interventions + 1,
      ms: before.ms + lengthMs(one, nowMs),
    });
  }
  return [...spoken]
    .map(([institutionId, times]) => ({ institutionId, ...times }))
    .sort((a, b) => b.ms - a.ms);
}
