const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The document that a path names after its prefix; null for what can be none. */
export function documentIdIn(pathname: string, prefix: string): string | null {
  const id = pathname.slice(prefix.length);
  return uuid.test(id) ? id : null;
}
