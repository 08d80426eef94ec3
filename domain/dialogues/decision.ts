/** Where a decision stands. */
export type DecisionState =
  | { state: 'adopted' }
  | { state: 'deferred' }
  /** Its text was changed by a later decision, and holds as changed. */
  | { state: 'amended'; by: string }
  /** It no longer holds; another does in its place. */
  | { state: 'superseded'; by: string };

export type DecisionAct = { act: 'adopt' } | { act: 'amend'; by: string } | { act: 'supersede'; by: string };

/** What is to be carried out: not what was deferred, nor what another decision took the place of. */
export function isInForce({ state }: Pick<DecisionState, 'state'>): boolean {
  return state === 'adopted' || state === 'amended';
}

/** The state after an act, or null where the act is not possible. What was superseded stays so. */
export function decisionAfter(decision: DecisionState, act: DecisionAct): DecisionState | null {
  switch (act.act) {
    case 'adopt':
      return decision.state === 'deferred' ? { state: 'adopted' } : null;
    case 'amend':
      return decision.state === 'adopted' || decision.state === 'amended'
        ? { state: 'amended', by: act.by }
        : null;
    case 'supersede':
      return decision.state === 'superseded' ? null : { state: 'superseded', by: act.by };
  }
}

/** The number under which a decision is cited: MDG/2026/03/D4 is the fourth of the year's third dialogue. */
export function decisionNumber({
  workspace,
  year,
  dialogue,
  decision,
}: {
  workspace: string;
  year: number;
  dialogue: number;
  decision: number;
}): string {
  return `${workspace.toUpperCase()}/${year}/${String(dialogue).padStart(2, '0')}/D${decision}`;
}
