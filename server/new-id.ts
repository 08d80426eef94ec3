import { v7 } from 'uuid';

/** A fresh UUIDv7; within one process later ids sort after earlier ones. */
export function newId<Id extends string>(): Id {
  return v7() as Id;
}
