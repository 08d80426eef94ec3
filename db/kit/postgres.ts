import {
  bigint,
  boolean,
  customType,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Kit } from './sqlite';

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});

const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
});

const date = customType<{ data: string; driverData: string }>({ dataType: () => 'date' });
const decimal = customType<{ data: string; driverData: string }>({ dataType: () => 'numeric' });

/** The PostgreSQL face. Its values have the same JavaScript types as SQLite's; the parity test holds it to that. */
const postgresFace = {
  table: pgTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  id: <Id extends string>() => text().$type<Id>(),
  text: () => text(),
  choice: <T extends string>() => text().$type<T>(),
  integer: () => bigint({ mode: 'number' }),
  boolean: () => boolean(),
  json: <T>() => jsonb().$type<T>(),
  instant: () => instant(),
  date: () => date(),
  decimal: () => decimal(),
  bytes: () => bytes(),
};

export const postgresKit = postgresFace as unknown as Kit;
