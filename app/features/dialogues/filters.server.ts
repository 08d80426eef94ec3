import { readListParams } from '#app/http/list-params';
import { decisionSorts, dialogueSorts } from '#domain/lists/sorts';
import type { DecisionFilter, DialogueFilter } from '#server/features/dialogues';

/** The dialogues wanted, as the address says; without a wish the latest come first. */
export function readDialogueFilter(request: Request): Omit<DialogueFilter, 'size'> {
  const { params, search, sort, page } = readListParams(request, {
    sorts: dialogueSorts,
    fallback: 'starts',
  });
  const isAsked = params.get('sort') !== null;
  return {
    ...{ search, page, type: params.get('type') ?? '', state: params.get('state') ?? '' },
    sort: isAsked ? sort : { key: 'starts', isDescending: true },
  };
}

export function readDecisionFilter(request: Request): Omit<DecisionFilter, 'size'> {
  const { params, search, sort, page } = readListParams(request, {
    sorts: decisionSorts,
    fallback: 'reference',
  });
  const isAsked = params.get('sort') !== null;
  return {
    ...{ search, page, state: params.get('state') ?? '' },
    sort: isAsked ? sort : { key: 'reference', isDescending: true },
  };
}
