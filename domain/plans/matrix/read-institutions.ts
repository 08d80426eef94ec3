import { exhaustive } from '../../exhaustive';
import type { InstitutionRef } from '../types';
import { institutionKey, splitInstitutions } from './institutions';
import type { MatrixField } from './mapping';
import { cellsOf, type MatrixRow, report } from './row';

/** The institutions of a field's cells, in order; those that the workspace does not know stay as text. */
export function readInstitutions(row: MatrixRow, field: MatrixField): InstitutionRef[] {
  return cellsOf(row, field).flatMap(({ cell, column }) =>
    splitInstitutions(cell.text, row.resolve).map((name) => refOf(row, name, column.column)),
  );
}

/** The first of the responsible institutions leads, the others support with the partners. */
export function readLeadAndSupporters(row: MatrixRow): {
  lead: InstitutionRef;
  supporters: InstitutionRef[];
} {
  const [lead = { institutionId: null, text: '' }, ...others] = readInstitutions(row, 'lead');
  const supporters = [...others, ...readInstitutions(row, 'supporters')];
  return { lead, supporters: distinct(supporters, lead) };
}

export function distinct(refs: readonly InstitutionRef[], lead: InstitutionRef): InstitutionRef[] {
  const seen = new Set([identityOf(lead)]);
  return refs.filter((ref) => {
    const identity = identityOf(ref);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function identityOf(ref: InstitutionRef): string {
  return ref.institutionId ?? institutionKey(ref.text);
}

function refOf(row: MatrixRow, name: string, column: number): InstitutionRef {
  const resolution = row.resolve(name);
  switch (resolution.state) {
    case 'resolved':
      if (resolution.isChosen) listName(row, name, { isAmbiguous: false, choice: resolution.institutionId });
      return { institutionId: resolution.institutionId, text: name };
    case 'kept':
      listName(row, name, { isAmbiguous: false, choice: '' });
      return { institutionId: null, text: name };
    case 'ambiguous':
      listName(row, name, { isAmbiguous: true, choice: null });
      report(row, 'institution_ambiguous', { column, value: name, kept: 'as_text' });
      return { institutionId: null, text: name };
    case 'unknown':
      listName(row, name, { isAmbiguous: false, choice: null });
      report(row, 'institution_unresolved', { column, value: name, kept: 'as_text' });
      return { institutionId: null, text: name };
    default:
      return exhaustive(resolution);
  }
}

function listName(
  { unresolved, number }: MatrixRow,
  name: string,
  what: { isAmbiguous: boolean; choice: string | null },
): void {
  const key = institutionKey(name);
  const known = unresolved.get(key);
  if (known) known.rows.push(number);
  else unresolved.set(key, { key, name, rows: [number], ...what });
}
