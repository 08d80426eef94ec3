import { useSyncExternalStore } from 'react';

const query = '(max-width: 47.99rem)';

/** Whether the window is a phone's: the grid becomes a list of cards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
