import Big from 'big.js';
import { isDacSector, placeShares, sectorShares } from '../partners/iati/rules/shares';
import type { CodedShare } from '../partners/iati/types';
import { type Theme, themeOf } from '../themes';
import type { ShareKind } from './kinds';
import type { ShareRecord } from './types';

export interface Weighted<T> {
  to: T;
  /** Percent, an exact decimal above zero. */
  weight: string;
}

/** '' stands for what was given to nothing: it is shown as blank and never dropped. */
export interface SectorAndTheme {
  sector: string;
  theme: Theme | '';
}

/** How one fact's money is shared out; the weights of each list add up to 100. */
export interface CutShares {
  countries: Weighted<string>[];
  sectors: Weighted<SectorAndTheme>[];
}

/**
 * The shares of a fact: its own where it has any of the kind (of sectors, any of the DAC's five digits), else its
 * activity's. A region is no country. The theme is that of the sector's code, unless themes were entered: then they
 * share the same money once more, over every sector.
 */
export function cutShares(
  ofActivity: readonly ShareRecord[],
  ofFact: readonly ShareRecord[] = [],
): CutShares {
  const places = chosen(ofActivity, ofFact, ['country', 'region']);
  const countries = places.filter(({ kind }) => kind === 'country').map(coded);
  const regions = places.filter(({ kind }) => kind === 'region').map(coded);
  const placed = placeShares({ countries, regions });
  return {
    countries: complete(
      placed.map(({ code, percentage }, index) => ({
        to: index < countries.length ? (code ?? '') : '',
        weight: percentage,
      })),
      '',
    ),
    sectors: sectorsOf(
      chosen(ofActivity, ofFact, ['sector'], isSector),
      chosen(ofActivity, ofFact, ['theme']),
    ),
  };
}

function sectorsOf(given: ShareRecord[], givenThemes: ShareRecord[]): Weighted<SectorAndTheme>[] {
  const sectors = complete(
    sectorShares(given.map(coded)).map(({ code, percentage }) => ({
      to: code ?? '',
      weight: percentage,
    })),
    '',
  );
  if (givenThemes.length === 0)
    return sectors.map(({ to, weight }) => ({ to: { sector: to, theme: themeOf(to) ?? '' }, weight }));
  const themes = complete<Theme | ''>(
    sectorShares(givenThemes.map(coded)).map(({ code, percentage }) => ({
      to: code as Theme,
      weight: percentage,
    })),
    '',
  );
  return sectors.flatMap((sector) =>
    themes.map((theme) => ({
      to: { sector: sector.to, theme: theme.to },
      weight: new Big(sector.weight).times(theme.weight).div(100).toFixed(),
    })),
  );
}

/** The fact's own where one of them says where its money goes. */
function chosen(
  ofActivity: readonly ShareRecord[],
  ofFact: readonly ShareRecord[],
  kinds: ShareKind[],
  says: (share: ShareRecord) => boolean = () => true,
) {
  const own = ofFact.filter(({ kind }) => kinds.includes(kind));
  return own.some(says) ? own : ofActivity.filter(({ kind }) => kinds.includes(kind));
}

/** Other vocabularies, the DAC's three digits among them, classify the same money once more. */
function isSector(share: ShareRecord): boolean {
  return isDacSector(coded(share));
}

function coded({ code, vocabulary, percentage }: ShareRecord): CodedShare {
  return { code, vocabulary: vocabulary || null, percentage, names: [] };
}

/** One entry a code, and what is missing to 100 as a share of nothing. */
function complete<T extends string>(shares: Weighted<T>[], nothing: T): Weighted<T>[] {
  const byCode = new Map<T, Big>();
  let left = new Big(100);
  for (const { to, weight } of shares) {
    byCode.set(to, (byCode.get(to) ?? new Big(0)).plus(weight));
    left = left.minus(weight);
  }
  if (left.gt(0)) byCode.set(nothing, (byCode.get(nothing) ?? new Big(0)).plus(left));
  return [...byCode].filter(([, sum]) => sum.gt(0)).map(([to, sum]) => ({ to, weight: sum.toFixed() }));
}
