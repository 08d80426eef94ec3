import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import worldUrl from './world.svg?url';
import { worldCountries, worldDots, worldSize } from './world-countries';

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
 * link named with it, one too small for a shape a dot; the table beside has all of them.
 */
export function WorldMap({
  title,
  countries,
  children,
}: {
  title: string;
  countries: readonly CountryShade[];
  /** What the shades mean. */
  children: ReactNode;
}) {
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
        {[...worldCountries, ...Object.keys(worldDots)].flatMap((code) => {
          const country = shaded.get(code);
          if (!country) return [];
          const words = t('map.country', { name: country.name, amount: country.text });
          return (
            <a key={code} href={country.to} aria-label={words}>
              <title>{words}</title>
              <CountryShape code={code} level={country.level} />
            </a>
          );
        })}
      </svg>
      <figcaption className="text-sm text-muted">{children}</figcaption>
    </figure>
  );
}

function CountryShape({ code, level }: { code: string; level: number }) {
  const dot = worldDots[code];
  if (!dot) return <use href={`${worldUrl}#${code}`} className="world-land" data-level={level} />;
  return <circle cx={dot[0]} cy={dot[1]} r="6" className="world-land" data-level={level} />;
}
