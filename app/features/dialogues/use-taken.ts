import { useLocation, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

/**
 * How often the server has taken what the form of this `intent` sent, or without one any form with fields. As a form's
 * `key` it fills the form in anew after its own success, and never under someone's hands by what others do; in the id of
 * what the form makes it gives the next one another.
 */
export function useTaken(intent?: string): number {
  const { state, formData, location: target } = useNavigation();
  const { state: arrival } = useLocation();
  const sent = formData?.get('intent');
  const progress = useRef({ isSent: false, isTaken: false });
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    const { isSent, isTaken } = progress.current;
    if (state === 'idle') {
      // What is taken leads back to the page; a refusal, or a lost network, is an answer on it.
      if (isTaken || (isSent && arrival?._isRedirect)) setTaken((before) => before + 1);
      progress.current = { isSent: false, isTaken: false };
      return;
    }
    const isOwn = Boolean(sent) && (!intent || sent === intent);
    // Kept when the way back is cut short: whoever is quick presses the next button meanwhile.
    progress.current = { isSent: isOwn, isTaken: isTaken || (isOwn && Boolean(target?.state?._isRedirect)) };
  });
  return taken;
}
