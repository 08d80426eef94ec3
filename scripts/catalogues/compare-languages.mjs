/** What one language has and another lacks, as sentences. */
export function compareLanguages(catalogues) {
  const namespaces = new Set([...catalogues.values()].flatMap((language) => [...language.keys()]));
  return [...namespaces].flatMap((namespace) => compareNamespace(namespace, catalogues));
}

function compareNamespace(namespace, catalogues) {
  const byLanguage = [...catalogues].map(([language, all]) => [language, all.get(namespace) ?? new Map()]);
  const names = new Set(byLanguage.flatMap(([, keys]) => [...keys.keys()]));
  return [...names].flatMap((name) => {
    const variables = new Set(byLanguage.flatMap(([, keys]) => variablesOf(keys.get(name) ?? {})));
    return byLanguage.flatMap(([language, keys]) => {
      const where = `${language}/${namespace}.json: ${name}`;
      const forms = keys.get(name);
      if (!forms) return [`${where} is missing.`];
      return [
        ...missingForms(language, forms).map((form) => `${where} has no plural form "${form}".`),
        ...Object.entries(forms).flatMap(([, text]) => (text.trim() === '' ? [`${where} is empty.`] : [])),
        ...missingVariables(forms, variables).map((variable) => `${where} lacks {{${variable}}}.`),
      ];
    });
  });
}

function missingForms(language, forms) {
  if ('' in forms) return [];
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return needed.filter((form) => !(form in forms));
}

function missingVariables(forms, variables) {
  const own = new Set(variablesOf(forms));
  return [...variables].filter((variable) => !own.has(variable));
}

function variablesOf(forms) {
  return Object.values(forms).flatMap((text) =>
    [...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map((match) => match[1]),
  );
}
