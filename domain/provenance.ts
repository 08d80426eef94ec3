/** From where a value in the registry came. */
export const originSources = ['hand', 'paste', 'workbook', 'iati', 'proposal', 'rule'] as const;
export type OriginSource = (typeof originSources)[number];
