import { useLocation, useNavigation } from '@remix-run/react';
import type { ActionId } from '#domain/ids';

/**
 * The action whose drawer is open. All that the drawer edits is in the document, so it opens as soon as its address is
 * wanted and does not wait for the statements that the server adds.
 */
export function useOpenedAction(): ActionId | null {
  const location = useLocation();
  const { location: wanted } = useNavigation();
  const { search } = wanted?.pathname === location.pathname ? wanted : location;
  return new URLSearchParams(search).get('action') as ActionId | null;
}
