import type { PlanContent } from '../read';
import { matchActions } from './match-plan';
import { findSpreads } from './merge-money';
import { type MatrixProblem, problem } from './problems';
import type { MatrixReading } from './reading';

interface PlanComparison {
  /** How many actions of the matrix the plan seems to have already. */
  matching: number;
  /** What an update would do that its own rows do not show. */
  problems: MatrixProblem[];
}

/** What the matrix means beside the plan, before anything is written. */
export function compareWithPlan(
  { actions, conventions }: Pick<MatrixReading, 'actions' | 'conventions'>,
  plan: Pick<PlanContent, 'actions'>,
): PlanComparison {
  const matches = matchActions(actions, plan.actions);
  const known = new Map(plan.actions.map((action) => [action.id, action]));
  const problems = [...matches].flatMap(([index, id]) => {
    const action = known.get(id);
    const draft = actions[index];
    if (!action || !draft) return [];
    return findSpreads(action, draft, conventions).map(({ stated, computed, isAdjusted }) =>
      problem('several_lines', {
        row: draft.rows[0] ?? 0,
        value: isAdjusted ? draft.title : stated,
        kept: isAdjusted ? 'adjusted' : 'unchanged',
        details: isAdjusted ? { stated, computed } : {},
      }),
    );
  });
  return { matching: matches.size, problems };
}
