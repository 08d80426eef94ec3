/** By what the lists of partners and mandates can be sorted; server and address share the words. */
export const partnerSorts = ['name', 'kind', 'mandates', 'reviewed'] as const;
export type PartnerSort = (typeof partnerSorts)[number];
