/** After how many days a new token ends; empty for never. */
export const lifetimes = ['30', '90', '365', ''] as const;
