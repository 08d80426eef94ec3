import { type InstitutionLabel, institutionName } from '#domain/institutions/name';

/** Institutions for choosing one: "MSANP – Ministère de la santé publique". */
export function institutionOptions(labels: readonly InstitutionLabel[], language: string) {
  return labels.map(({ id, acronym, names }) => {
    const name = institutionName(names, language);
    return { value: id, label: acronym ? `${acronym} – ${name}` : name };
  });
}
