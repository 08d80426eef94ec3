import { useSyncExternalStore } from 'react';
import { type Format, makeFormat } from './make-format';
import { useI18n } from './use-i18n';

const neverChanges = () => () => {};
const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverTimeZone = () => 'UTC';

/** Numbers, money and dates as the reader writes them. Instants are in UTC on the server, then in the reader's zone. */
export function useFormat(): Format {
  const { language } = useI18n();
  const timeZone = useSyncExternalStore(neverChanges, browserTimeZone, serverTimeZone);
  return makeFormat(language, timeZone);
}
