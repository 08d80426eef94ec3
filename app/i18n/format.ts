import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, makeFormat } from './make-format';

const neverChanges = () => () => {};
const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverTimeZone = () => 'UTC';

/** Numbers, money and dates as the reader writes them. Instants are in UTC on the server, then in the reader's zone. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const timeZone = useSyncExternalStore(neverChanges, browserTimeZone, serverTimeZone);
  return useMemo(() => makeFormat(i18n.language, timeZone), [i18n.language, timeZone]);
}
