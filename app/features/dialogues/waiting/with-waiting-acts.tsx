import { useLocation, useRevalidator, useRouteLoaderData } from '@remix-run/react';
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfflineCopy } from '#app/features/offline';
import { pendingIn } from '#domain/dialogues/waiting-acts';
import type { DialogueView } from '#server/features/dialogues';
import type { loader as rootLoader } from '../../../root';
import { serverNowMs } from '../server-clock';
import { openActStore } from './act-store';
import { useLastKnown } from './kept-view';
import { makeWaitingActs, type WaitingActs } from './make-waiting-acts';
import { sendAct } from './send-act';
import { nothing, WaitingContext } from './waiting-context';
import { withWaiting } from './with-waiting';

/** Lets forms below wait for the network, and shows the dialogue as it will be once they have been sent. */
export function WithWaitingActs({
  slug,
  view: told,
  children,
}: {
  slug: string;
  view: DialogueView;
  children: (view: DialogueView) => ReactNode;
}) {
  const accountId = useRouteLoaderData<typeof rootLoader>('root')?.account?.id ?? null;
  useOfflineCopy({ accountId, title: useTitle(told) });
  const view = useLastKnown(accountId && nameOf('view', accountId, told), told);
  const acts = useActsOf({ slug, accountId, view });
  const read = acts?.read ?? readNothing;
  const waiting = useSyncExternalStore(acts?.subscribe ?? neverChanges, read, readNothing);
  const unseen = useMemo(
    () => waiting.applied.filter(({ nowMs }) => nowMs > view.nowMs).map(({ act }) => act),
    [view.nowMs, waiting],
  );
  useViewThatHas(unseen.length > 0);
  const shown = useMemo(
    () => withWaiting(view, [...unseen, ...pendingIn(waiting.queue)]),
    [view, unseen, waiting],
  );
  const value = useMemo(() => ({ acts, waiting }), [acts, waiting]);
  return <WaitingContext.Provider value={value}>{children(shown)}</WaitingContext.Provider>;
}

/** As which of its pages the dialogue is named where pages kept on this device are listed. */
function useTitle({ title }: DialogueView): string {
  const { t } = useTranslation('dialogues');
  const isConsole = useLocation().pathname.endsWith('/console');
  return `${title} – ${t(isConsole ? 'part.console' : 'part.takePart')}`;
}

/** How long the stream of changes has to tell of what was just taken, before the page is read anew. */
const streamMs = 2_000;

function useViewThatHas(isBehind: boolean): void {
  const { revalidate, state } = useRevalidator();
  const latest = useRef(revalidate);
  latest.current = revalidate;
  useEffect(() => {
    if (!isBehind || state !== 'idle') return;
    const timer = setTimeout(() => latest.current(), streamMs);
    return () => clearTimeout(timer);
  }, [isBehind, state]);
}

/** Names that begin so go from this device when the account signs out. */
function nameOf(what: 'acts' | 'view', accountId: string, { id, own }: Pick<DialogueView, 'id' | 'own'>) {
  return `concord:${accountId}:${what}:${id}:${own.institutionId}`;
}

function useActsOf({
  slug,
  accountId,
  view,
}: {
  slug: string;
  accountId: string | null;
  view: DialogueView;
}): WaitingActs | null {
  const [acts, setActs] = useState<WaitingActs | null>(null);
  const { id, own } = view;
  const { institutionId } = own;
  const name = accountId && institutionId && nameOf('acts', accountId, view);

  useEffect(() => {
    if (!accountId || !name) return;
    const made = makeWaitingActs({
      store: openActStore(name),
      send: (act) => sendAct(`/w/${slug}/dialogues/${id}/acts`, act, { accountId, institutionId }),
      hasNetwork: () => navigator.onLine,
      newId,
      nowMs: serverNowMs,
    });
    const send = () => void made.sendAll();
    const sendInSight = () => document.visibilityState === 'visible' && send();
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', sendInSight);
    setActs(made);
    send();
    return () => {
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', sendInSight);
      made.stop();
    };
  }, [slug, id, name, accountId, institutionId]);

  // News from the server: there is a network, whatever the browser thinks.
  const { nowMs } = view;
  const lastMs = useRef(nowMs);
  useEffect(() => {
    if (nowMs > lastMs.current) void acts?.sendAll({ isCertain: true });
    lastMs.current = nowMs;
  }, [acts, nowMs]);
  return acts;
}

const readNothing = () => nothing;
const neverChanges = () => () => undefined;

/** Random also where the page is not served over HTTPS. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
