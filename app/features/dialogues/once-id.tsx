import { useState } from 'react';

/**
 * The id of what a form makes, fixed while the form stands: a second click, or a retry after a lost answer, sends the
 * same one and counts once. A form that is given another `key` after success takes a fresh one.
 */
export function OnceId({ id, name = 'id' }: { id: string; name?: string }) {
  const [first] = useState(id);
  return <input type="hidden" name={name} value={first} />;
}

/** The same for a form that others' doings must not disturb: fresh only once its own id has arrived. */
export function useOnceId(fresh: string, isUsed: (id: string) => boolean): string {
  const [id, setId] = useState(fresh);
  if (id !== fresh && isUsed(id)) {
    setId(fresh);
    return fresh;
  }
  return id;
}
