/** The catalogues of one language, a namespace for each file: common.json becomes `common`. */
export function bundle(files: Record<string, { default: object }>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file.default]),
  );
}
