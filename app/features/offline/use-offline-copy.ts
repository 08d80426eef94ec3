import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { keepPageOffline } from './register';

/** How long after its opening a page has fetched what it needs. */
const settledMs = 3_000;

/** Keeps each page that the person opens, once a visit, so that it can be reopened without a network. */
export function useOfflineCopy({ title, accountId }: { title: string; accountId: string | null }): void {
  const { pathname } = useLocation();
  const kept = useRef(new Set<string>());
  useEffect(() => {
    if (accountId === null || kept.current.has(pathname)) return;
    const timer = setTimeout(() => {
      kept.current.add(pathname);
      if (navigator.onLine) void keepPageOffline({ accountId, path: pathname, title });
    }, settledMs);
    return () => clearTimeout(timer);
  }, [pathname, title, accountId]);
}
