import { z } from 'zod/v4';

/** The kinds of values that rows are made of. */
export const uuid = () => z.uuid();
export const text = () => z.string();
export const date = () => z.iso.date();
export const instant = () => z.iso.datetime();
export const country = () => z.string().regex(/^[A-Z]{2}$/);
export const currency = () => z.string().regex(/^[A-Z]{3}$/);

/** An exact decimal, as text: a number of JSON would lose digits. */
export const decimal = () => z.string().regex(/^-?\d+(\.\d+)?$/);

/** Filters that take several values, divided by commas. */
export function anyOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.array(z.enum(values)).min(1).max(50).optional();
}
export const anyOfIds = () => z.array(z.uuid()).min(1).max(50).optional();
export const anyOfTexts = () => z.array(z.string().min(1).max(100)).min(1).max(50).optional();
export const anyCountry = () => z.array(country()).min(1).max(50).optional();
export const anyCurrency = () => z.array(currency()).min(1).max(50).optional();
export const anyYear = () => z.array(z.int().min(0).max(9999)).min(1).max(50).optional();
