import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Area, areaOf, areasAt } from './areas';
import { i18nOptions } from './options';

/** The build puts the catalogues of a language into one file for each area; see vite.config.ts. */
const catalogues = import.meta.glob<object>('./catalogues/*/*.json', { import: 'default' });
const areasUnderWay = new Map<Area, Promise<void>>();

/** Prepares the browser's instance in the language that the server rendered, with the words of the page that is open. */
export async function startI18n(): Promise<typeof i18next> {
  const language = document.documentElement.lang;
  await i18next.use(initReactI18next).init({ ...i18nOptions, lng: language, ns: [], resources: {} });
  await Promise.all([loadWords(null), ...areasAt(location.pathname).map(areaIsLoaded)]);
  return i18next;
}

const loadedAreas = new Set<Area>();
const failures = new Map<Area, unknown>();

/**
 * Suspends until the words of the page at an address are there; throws what kept them from coming. Navigating is a
 * transition, so that the page before stays in sight meanwhile.
 */
export function awaitWordsAt(pathname: string): void {
  for (const area of areasAt(pathname)) {
    if (loadedAreas.has(area)) continue;
    if (!failures.has(area)) throw areaIsLoaded(area);
    const failure = failures.get(area);
    failures.delete(area); // Asked for again, it is tried again.
    throw failure;
  }
}

function areaIsLoaded(area: Area): Promise<void> {
  const known = areasUnderWay.get(area);
  if (known) return known;
  const loading = loadWords(area)
    .then(
      () => void loadedAreas.add(area),
      (error) => void failures.set(area, error),
    )
    .finally(() => areasUnderWay.delete(area));
  areasUnderWay.set(area, loading);
  return loading;
}

async function loadWords(area: Area | null): Promise<void> {
  const language = document.documentElement.lang;
  const wanted = Object.entries(catalogues).flatMap(([path, load]) => {
    const [, ofLanguage = '', namespace = ''] = /\/(\w+)\/(\w+)\.json$/.exec(path) ?? [];
    return ofLanguage === language && areaOf(namespace) === area ? [{ namespace, load }] : [];
  });
  await Promise.all(
    wanted.map(async ({ namespace, load }) =>
      i18next.addResourceBundle(language, namespace, await load(), true, true),
    ),
  );
}
