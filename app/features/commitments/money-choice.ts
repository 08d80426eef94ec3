import { type MoneyView, moneyViews } from '#domain/commitments/money-sums';

/** How figures are shown, as the address says: in which currency, and by which years. */
export interface MoneyChoice {
  view: MoneyView;
  /** By the country's fiscal years, else by calendar years. */
  isFiscal: boolean;
}

export function moneyChoiceOf(params: URLSearchParams): MoneyChoice {
  return {
    view: moneyViews.find((view) => view === params.get('in')) ?? 'usd',
    isFiscal: params.get('by') === 'fiscal',
  };
}

/** What every link to the rows behind a figure keeps of the choice. */
export function keptParams({ view, isFiscal }: MoneyChoice): Record<string, string> {
  return { ...(view === 'usd' ? {} : { in: view }), ...(isFiscal ? { by: 'fiscal' } : {}) };
}
