import type { Db, Reader, Tx } from '#db/db';
import { DomainError } from '#domain/errors';
import type { Fields } from '#domain/partners/differences';
import { type FactsOf, partSchemas } from '#domain/partners/facts';
import type { ProposalSubject } from '#domain/partners/kinds';
import type { OnPartner } from '../partner-subject';

interface Access {
  db: Db;
  reader: Reader;
}

export interface Writing {
  db: Db;
  tx: Tx;
  /** An instant. */
  at: string;
}

/** How one kind of part of a partner's record is kept. `id` is the institution's for the profile. */
export interface PartTable<Facts> {
  /** What stands there now; null for what is not this partner's, or was removed. */
  read(access: Access, on: OnPartner, id: string): Promise<Facts | null>;
  insert(writing: Writing, on: OnPartner, id: string, facts: Facts): Promise<void>;
  update(writing: Writing, on: OnPartner, id: string, facts: Facts): Promise<void>;
  remove(writing: Writing, on: OnPartner, id: string): Promise<void>;
}

export interface Part extends PartTable<Fields> {
  /** Facts as they are kept. Throws `invalid_input`, naming what is wrong by field. */
  parse(facts: Fields): Fields;
}

/** The same for parts of every kind; whatever is written was checked by the schema of its kind. */
export function partOf<S extends ProposalSubject>(subject: S, table: PartTable<FactsOf<S>>): Part {
  const parse = (facts: Fields) => {
    const parsed = partSchemas[subject].safeParse(facts);
    if (parsed.success) return parsed.data as FactsOf<S>;
    const problems = parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
    throw new DomainError({ code: 'invalid_input', details: { fields: Object.fromEntries(problems) } });
  };
  return {
    parse,
    read: table.read,
    remove: table.remove,
    insert: (writing, on, id, facts) => table.insert(writing, on, id, parse(facts)),
    update: (writing, on, id, facts) => table.update(writing, on, id, parse(facts)),
  };
}
