import type { InstitutionId } from '#domain/ids';
import type { InstitutionKind } from '#domain/institutions/kinds';
import type { InstitutionLabel } from '#domain/institutions/name';

interface LabelRow {
  id: InstitutionId;
  kind: InstitutionKind;
  acronym: string;
  nameEn: string;
  nameFr: string;
  nameEs: string;
}

export function labelOf(row: LabelRow): InstitutionLabel<InstitutionId> {
  const { id, kind, acronym, nameEn, nameFr, nameEs } = row;
  return { id, kind, acronym, names: { en: nameEn, fr: nameFr, es: nameEs } };
}
