/** As many facts as a form takes; more are pasted. */
export const factRows = 14;

export type FactField =
  | 'kind'
  | 'amount'
  | 'currency'
  | 'start'
  | 'end'
  | 'valueDate'
  | 'certainty'
  | 'instrument'
  | 'provider'
  | 'receiver'
  | 'note'
  | 'revised';

export function fieldOfFact(field: FactField, index: number): string {
  return `${field}_${index}`;
}
