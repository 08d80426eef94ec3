import { useNavigation, useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useEventStream } from './use-event-stream';

/** A busy workspace does not make its readers fetch all the time. */
const pauseMs = 2_000;
/** A sitting is followed as it happens. */
const livePauseMs = 100;

/**
 * Fetches the page's data anew when others change the workspace. Waits while a form holds unsent input, so that
 * nothing typed is disturbed. A live page waits for neither: its forms keep what is typed by themselves. Without a
 * workspace, nothing is fetched.
 */
export function useLiveRefresh(slug: string | null, { isLive = false }: { isLive?: boolean } = {}): void {
  const { revalidate, state } = useRevalidator();
  // To fetch anew in the midst of going somewhere would break off the going.
  const isBusy = useNavigation().state !== 'idle' || state !== 'idle';
  const latest = useRef({ revalidate, isBusy, isLive });
  latest.current = { revalidate, isBusy, isLive };
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  function refreshSoon() {
    timer.current ??= setTimeout(
      () => {
        timer.current = null;
        const { isBusy: isWaiting, isLive: isFollowed } = latest.current;
        if (isWaiting || (!isFollowed && isTyping())) refreshSoon();
        else latest.current.revalidate();
      },
      latest.current.isLive ? livePauseMs : pauseMs,
    );
  }

  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);
  useEventStream(slug && `/w/${slug}/live`, { changed: refreshSoon }, refreshSoon);
}

/** Whether any form of the page that changes something differs from what the server rendered. */
function isTyping(): boolean {
  return [...document.forms]
    .filter((form) => form.method === 'post')
    .some((form) => [...form.elements].some(isChanged));
}

function isChanged(element: Element): boolean {
  if (element instanceof HTMLInputElement) {
    if (element.type === 'hidden' || element.type === 'submit') return false;
    return element.value !== element.defaultValue || element.checked !== element.defaultChecked;
  }
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
  if (!(element instanceof HTMLSelectElement)) return false;
  const isAnyDefault = [...element.options].some((option) => option.defaultSelected);
  return [...element.options].some(
    (option, index) => option.selected !== (isAnyDefault ? option.defaultSelected : index === 0),
  );
}
