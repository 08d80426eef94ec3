import type { CycleEventKind, CycleEventState } from '#domain/funding-cycles/kinds';
import { budgetShape, markShapes } from './mark-shapes';

/** Filled when confirmed, hollow when indicative, doubled when changed, dashed and crossed out when cancelled. */
export function MarkIcon({
  kind,
  state,
  letter,
}: {
  kind: CycleEventKind;
  state: CycleEventState;
  letter: string;
}) {
  return (
    <svg viewBox="0 0 20 20" className="timeline-mark" data-state={state} aria-hidden="true">
      <path d={markShapes[kind]} />
      {state === 'changed' && <path d={markShapes[kind]} className="timeline-mark-inner" />}
      <text x="10" y="13.6" textAnchor="middle">
        {letter}
      </text>
      {state === 'cancelled' && <line x1="1" y1="19" x2="19" y2="1" />}
    </svg>
  );
}

export function BudgetFlag({ letter }: { letter: string }) {
  return (
    <svg viewBox="0 0 20 20" className="timeline-flag" aria-hidden="true">
      <path d={budgetShape} />
      <text x="10.4" y="11.2" textAnchor="middle">
        {letter}
      </text>
    </svg>
  );
}
