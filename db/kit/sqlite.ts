import {
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});

/** The SQLite face of the column helpers, and the one whose types the rest of the code sees. */
export const sqliteKit = {
  table: sqliteTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  /** UUIDv7 as text. */
  id: <Id extends string>() => text().$type<Id>(),
  text: () => text(),
  /** A text limited by the code to a few values. */
  choice: <T extends string>() => text().$type<T>(),
  integer: () => integer(),
  boolean: () => integer({ mode: 'boolean' }),
  json: <T>() => text({ mode: 'json' }).$type<T>(),
  /** ISO 8601 in UTC with milliseconds: 2026-03-01T08:00:00.000Z. */
  instant: () => text(),
  /** A calendar date: 2026-03-01. */
  date: () => text(),
  /** An exact decimal kept as text: 1250000.50. */
  decimal: () => text(),
  bytes: () => bytes(),
};

export type Kit = typeof sqliteKit;
