import type { Tables } from '#db/tables';

/** The columns that show an institution; `labelOf` makes them an InstitutionLabel. */
export function labelColumns({ institutions }: Tables) {
  return {
    id: institutions.id,
    kind: institutions.kind,
    acronym: institutions.acronym,
    nameEn: institutions.nameEn,
    nameFr: institutions.nameFr,
    nameEs: institutions.nameEs,
  };
}
