import { type Conversion, convert, type RateTable } from '../money/rates';
import type { FactRecord } from './types';

export type FactConversion = Pick<Extract<Conversion, { status: 'converted' }>, 'amount' | 'rate' | 'source'>;

/**
 * A fact in another currency by the average rate of its value date's year; null without a rate. An amount that is in
 * that currency already needs neither rate nor date.
 */
export function convertFact(
  { amount, currency, valueDate }: Pick<FactRecord, 'amount' | 'currency' | 'valueDate'>,
  to: string,
  rates: RateTable,
): FactConversion | null {
  if (amount === null || currency === null) return null;
  if (currency === to) return { amount, rate: '1', source: '' };
  const conversion = convert({ amount, currency, valueDate }, to, rates);
  if (conversion.status === 'not_converted') return null;
  return { amount: conversion.amount, rate: conversion.rate, source: conversion.source };
}
