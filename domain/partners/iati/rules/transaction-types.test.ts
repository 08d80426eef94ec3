import { describe, expect, it } from 'vitest';
import { isFunding, isTransactionType, transactionTypes } from './transaction-types';

describe('a transaction type', () => {
  it('is funding unless it is interest or a repayment', () => {
    const others = Object.keys(transactionTypes).filter((type) => !isFunding(type));
    expect(others).toEqual(['5', '6']);
  });

  it('is known only where the code list has it', () => {
    expect(['1', '13', '14', 'constructor', 'C'].filter(isTransactionType)).toEqual(['1', '13']);
  });
});
