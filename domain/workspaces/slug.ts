/** What may stand in an address: /w/<slug>. Two to forty small letters, digits and single hyphens between them. */
export function isSlug(value: string): boolean {
  return value.length >= 2 && value.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

/** A slug made from a name: "Feuille de route — Côte d'Ivoire" gives "feuille-de-route-cote-d-ivoire". */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
}
