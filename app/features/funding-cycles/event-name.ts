import { useTranslation } from 'react-i18next';
import type { BudgetEventKind, CycleEventKind } from '#domain/funding-cycles/kinds';

interface Named<Kind> {
  kind: Kind;
  title: string;
}

/** What an event is, and which one: "Window closes – Window 2". */
export function useEventName(): (event: Named<CycleEventKind>) => string {
  const { t } = useTranslation('cycles');
  return ({ kind, title }) => named(t(`eventKind.${kind}`), title);
}

export function useBudgetEventName(): (event: Named<BudgetEventKind>) => string {
  const { t } = useTranslation('cycles');
  return ({ kind, title }) => budgetEventName(t, { kind, title });
}

/** What is of no usual kind is called by its title alone. */
export function budgetEventName(t: (key: string) => string, { kind, title }: Named<BudgetEventKind>): string {
  return kind === 'other' && title ? title : named(t(`cycles:budgetKind.${kind}`), title);
}

export function named(kind: string, title: string): string {
  return title ? `${kind} – ${title}` : kind;
}
