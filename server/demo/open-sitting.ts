import type { DemoDialogue } from '#db/seed/types';
import type { Clock } from '#domain/clock';
import { instantOfLocal, localTimeAt } from '#domain/dialogues/local-time';
import type { ActionId, DecisionId, DialogueId, InstitutionId, PlanId, WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import type { Context, Institutions } from './context';
import { makeSittingServices } from './make-sitting-services';

const dayMs = 86_400_000;
/** So long ago the dialogues that are to come were planned. */
const preparedDaysAgo = 12;
export const timeZone = 'Indian/Antananarivo';

export interface Entered {
  slug: string;
  workspaceId: WorkspaceId;
  institutions: Institutions;
  convenor: Actor;
  actors: Actor[];
}

export interface Sitting extends ReturnType<typeof makeSittingServices> {
  slug: string;
  startsAtMs: number;
  /** An action of the plan, found by its title, as a proposal quotes it. */
  quotable(title: string): Promise<{ planId: PlanId; actionId: ActionId }>;
  /** Says that an action of the plan, found by its title, carries out the decision. */
  follow(decisionId: DecisionId, action: { title: string; isAccepted: boolean }): Promise<void>;
  asked: { actor: Actor; workspaceId: WorkspaceId; dialogueId: DialogueId };
  /** The id of an institution, and whoever acts for it in the demo. */
  idOf(acronym: string): InstitutionId;
  actorOf(acronym: string): Actor | null;
  pass(minutes: number): void;
  nowMs(): number;
}

/** A dialogue of the demo on a clock of its own, which stands where it begins, or where it was planned if it is to come. */
export function openSitting(
  context: Context,
  { slug, workspaceId, institutions, convenor, actors }: Entered,
  { daysFromToday, time }: DemoDialogue,
): Sitting {
  const { clock, services } = context;
  const asked = { actor: convenor, workspaceId, dialogueId: newId<DialogueId>() };
  const inDays = (days: number) => {
    const { date } = localTimeAt(clock.now().getTime() + days * dayMs, timeZone);
    return instantOfLocal({ date, time }, timeZone);
  };
  const startsAtMs = inDays(daysFromToday);
  let nowMs = daysFromToday < 0 ? startsAtMs : inDays(-preparedDaysAgo);
  const moved: Clock = { now: () => new Date(nowMs) };
  const idOf = (acronym: string) => {
    const id = institutions.get(acronym);
    if (!id) throw new Error(`${acronym} is not among the institutions of the demo.`);
    return id;
  };
  async function actionCalled(title: string) {
    const { rows } = await services.plans.listActions({ ...asked, filter: { search: title } });
    const action = rows.find((row) => row.title === title);
    if (!action) throw new Error(`No action of the demo is called “${title}”.`);
    return action;
  }
  const sitting = makeSittingServices(context, moved);
  return {
    ...sitting,
    ...{ slug, startsAtMs, asked },
    async quotable(title) {
      const { id, plan } = await actionCalled(title);
      return { planId: plan.id, actionId: id };
    },
    async follow(decisionId, { title, isAccepted }) {
      const action = await actionCalled(title);
      const lead = actors.find(({ membership }) => membership?.institutionId === action.lead?.id);
      if (!lead) throw new Error(`Nobody of the demo leads an action called “${title}”.`);
      const on = { ...asked, decisionId, planId: action.plan.id, actionId: action.id };
      await sitting.followUps.linkAction({ ...on, added: null });
      const answer = { accepted: true } as const;
      if (isAccepted) await sitting.followUps.answerFollowUp({ ...on, actor: lead, answer });
    },
    idOf,
    actorOf: (acronym) =>
      actors.find(({ membership }) => membership?.institutionId === idOf(acronym)) ?? null,
    pass: (minutes) => {
      nowMs += minutes * 60_000;
    },
    nowMs: () => nowMs,
  };
}
