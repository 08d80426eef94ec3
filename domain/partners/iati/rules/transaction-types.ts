/** TransactionType of IATI 2.03, in the words of its code list. */
export const transactionTypes = {
  '1': 'incoming funds',
  '2': 'outgoing commitment',
  '3': 'disbursement',
  '4': 'expenditure',
  '5': 'interest payment',
  '6': 'loan repayment',
  '7': 'reimbursement',
  '8': 'purchase of equity',
  '9': 'sale of equity',
  '10': 'credit guarantee',
  '11': 'incoming commitment',
  '12': 'outgoing pledge',
  '13': 'incoming pledge',
} as const;

export type TransactionType = keyof typeof transactionTypes;

export function isTransactionType(code: string): code is TransactionType {
  return Object.hasOwn(transactionTypes, code);
}

/** Interest (5) and repayments (6) flow back to the lender: they are kept and shown, and never count as funding. */
export function isFunding(type: string | null): boolean {
  return type !== '5' && type !== '6';
}
