import { useTranslation } from 'react-i18next';
import worldUrl from './world.svg?url';
import { worldCountries, worldSize } from './world-countries';

export interface CountryShade {
  code: string;
  name: string;
  /** The figure as the reader writes it. */
  text: string;
  to: string;
  /** From 0, nothing, to 4. */
  level: number;
}

/**
 * Countries by how much they have. The shapes are one picture that the browser keeps. Each country with a figure is a
 * link named with it; the table beside has all of them, those too small to draw as well.
 */
export function WorldMap({ title, countries }: { title: string; countries: readonly CountryShade[] }) {
  const { t } = useTranslation('commitments');
  const shaded = new Map(countries.map((country) => [country.code, country]));
  return (
    <figure className="world-map" aria-label={title}>
      <svg viewBox={`0 0 ${worldSize.width} ${worldSize.height}`}>
        <title>{title}</title>
        {worldCountries
          .filter((code) => !shaded.has(code))
          .map((code) => (
            <use key={code} href={`${worldUrl}#${code}`} className="world-land" />
          ))}
        {worldCountries.flatMap((code) => {
          const country = shaded.get(code);
          if (!country) return [];
          const words = t('map.country', { name: country.name, amount: country.text });
          return (
            <a key={code} href={country.to} aria-label={words}>
              <title>{words}</title>
              <use href={`${worldUrl}#${code}`} className="world-land" data-level={country.level} />
            </a>
          );
        })}
      </svg>
      <figcaption className="text-sm text-muted">{t('map.legend')}</figcaption>
    </figure>
  );
}
