import type { TransactionType } from '../partners/iati/rules/transaction-types';
import type { VocabularyCode } from '../partners/iati/types';
import type { Instrument } from '../partners/kinds';
import type { FactKind } from './kinds';

const kindOfType: Readonly<Record<TransactionType, FactKind>> = {
  '1': 'incoming',
  '2': 'committed',
  '3': 'disbursed',
  '4': 'spent',
  '5': 'interest',
  '6': 'repayment',
  '7': 'other',
  '8': 'other',
  '9': 'other',
  '10': 'other',
  '11': 'incoming_promised',
  '12': 'pledged',
  '13': 'incoming_promised',
};

/** What a transaction tells, by its type; one of no known type is kept and is no funding. */
export function kindOfTransaction(type: string | null): FactKind {
  return kindOfType[type as TransactionType] ?? 'other';
}

/** The type that says so; null for what no single type says. */
export function transactionTypeOf(kind: FactKind): string | null {
  if (kind === 'other') return null;
  return Object.entries(kindOfType).find(([, known]) => known === kind)?.[0] ?? null;
}

const instrumentOfAidType: Readonly<Record<string, Instrument>> = {
  A01: 'budget_support',
  A02: 'budget_support',
  B04: 'pooled_fund',
  D01: 'technical_assistance',
  D02: 'technical_assistance',
};

/** OECD DAC's finance types by their first digits. */
const instrumentOfFinanceType: readonly [prefix: string, Instrument][] = [
  ['11', 'grant'],
  ['21', 'grant'],
  ['31', 'grant'],
  ['41', 'loan'],
  ['42', 'loan'],
];

/** The instrument that the codes name, the aid type first; null where they name none of ours. */
export function instrumentOf(
  aidTypes: readonly VocabularyCode[],
  financeType: string | null,
): Instrument | null {
  for (const { code, vocabulary } of aidTypes) {
    const named = vocabulary === null || vocabulary === '1' ? instrumentOfAidType[code ?? ''] : undefined;
    if (named) return named;
  }
  if (financeType === '1100') return 'guarantee';
  if (financeType?.length !== 3) return null;
  return instrumentOfFinanceType.find(([prefix]) => financeType.startsWith(prefix))?.[1] ?? null;
}

/** Codes that name an instrument, for a record that came with none. */
export function codesOfInstrument(instrument: Instrument | null): {
  aidType: string | null;
  financeType: string | null;
} {
  const aidType = Object.entries(instrumentOfAidType).find(([, known]) => known === instrument)?.[0] ?? null;
  const financeTypes: Partial<Record<Instrument, string>> = {
    grant: '110',
    loan: '421',
    concessional_loan: '421',
    guarantee: '1100',
  };
  return { aidType, financeType: (instrument && financeTypes[instrument]) ?? null };
}
