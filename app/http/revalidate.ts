import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';

/**
 * For pages that do not read the search part of their address: filters and opened panels then change without asking
 * the server again. Forms and live refreshes ask as ever.
 */
export function revalidateUnlessSearch({
  currentUrl,
  nextUrl,
  formMethod,
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  // No answer came to the form, so there is nothing new and probably no network to ask.
  if (actionStatus === 503) return false;
  const isSearchOnly = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return formMethod === undefined && isSearchOnly ? false : defaultShouldRevalidate;
}
