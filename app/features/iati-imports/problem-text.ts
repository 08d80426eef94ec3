import type { Problem } from '#domain/partners/iati';

interface Catalogue {
  t: (key: string, options?: Record<string, unknown>) => string;
  exists: (key: string) => boolean;
}

/** What the file says where the problem is, each value named where there is a name for it. */
export function problemDetails({ t, exists }: Catalogue, { details }: Problem): string {
  return Object.entries(details)
    .map(([name, value]) =>
      exists(`detail.${name}`) ? t(`detail.${name}`, { value: String(value) }) : String(value),
    )
    .join('; ');
}
