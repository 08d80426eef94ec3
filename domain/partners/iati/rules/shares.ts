import Big from 'big.js';
import { makeExactSum } from '../exact-sum';
import type { CodedShare } from '../types';

/** A part of a hundred: exact decimals whose sum is 100, or less where part of it was given to nothing. */
export interface Share {
  code: string | null;
  percentage: string;
}

const places = 10;

/**
 * IATI's sector classification is DAC's five digits: vocabulary 1, or none named. Other vocabularies classify the same
 * money once more and are never summed with it. Without a sector there is no share: the amount is shown as blank.
 */
export function sectorShares(sectors: readonly CodedShare[]): Share[] {
  return sharesOf(sectors.filter(isDacSector));
}

/** What the published percentages of sectors add up to; null where none is given. */
export function sectorTotal(sectors: readonly CodedShare[]): string | null {
  return totalOf(sectors.filter(isDacSector));
}

export function isDacSector({ vocabulary }: CodedShare): boolean {
  return vocabulary === null || vocabulary === '1';
}

/**
 * Countries and regions share one hundred. Without any percentage the countries share alone: a region beside them is
 * where they lie. Regions count by OECD DAC's vocabulary (1, or none named), or by the first that is used.
 */
export function placeShares(places: Places): Share[] {
  return sharesOf(sharingPlaces(places));
}

/** What the published percentages of places add up to; null where none is given. */
export function placeTotal(places: Places): string | null {
  return totalOf(sharingPlaces(places));
}

interface Places {
  countries: readonly CodedShare[];
  regions: readonly CodedShare[];
}

/** The places that share one hundred, which need not be all. */
export function sharingPlaces({ countries, regions }: Places): readonly CodedShare[] {
  const all = [...countries, ...ofOneVocabulary(regions)];
  return !all.some(isGiven) && countries.length > 0 ? countries : all;
}

function ofOneVocabulary(regions: readonly CodedShare[]): CodedShare[] {
  const vocabularies = regions.map(({ vocabulary }) => vocabulary ?? '1');
  const chosen = vocabularies.includes('1') ? '1' : vocabularies[0];
  return regions.filter(({ vocabulary }) => (vocabulary ?? '1') === chosen);
}

/**
 * No percentages: equal shares. More than 100 in all, as where several say 100: rebased to 100. Where some have none,
 * those share what is left. Less than 100: the rest belongs to nothing, and is shown as blank.
 */
function sharesOf(entries: readonly CodedShare[]): Share[] {
  if (entries.length === 0) return [];
  const given = entries.filter(isGiven);
  const total = new Big(totalOf(given) ?? 0);
  if (total.eq(0))
    return split(
      entries,
      entries.map(() => new Big(1)),
      100,
    );
  const left = new Big(100).minus(total);
  const silent = entries.length - given.length;
  const perSilent = silent > 0 && left.gt(0) ? left.div(silent) : new Big(0);
  const weights = entries.map(({ percentage }) => (percentage === null ? perSilent : new Big(percentage)));
  const isWhole = (silent > 0 && left.gt(0)) || left.abs().lte('0.05') || left.lt(0);
  return split(entries, weights, isWhole ? 100 : total);
}

function totalOf(entries: readonly CodedShare[]): string | null {
  const sum = makeExactSum();
  for (const { percentage } of entries) if (percentage !== null) sum.add(percentage);
  return sum.count() === 0 ? null : sum.total().toFixed();
}

function isGiven({ percentage }: CodedShare): boolean {
  return percentage !== null;
}

/** Parts of `whole` by weight; the largest takes what rounding leaves, so that the parts add up exactly. */
function split(entries: readonly CodedShare[], weights: Big[], whole: Big | number): Share[] {
  const sum = weights.reduce((a, b) => a.plus(b), new Big(0));
  const parts = weights.map((weight) => weight.times(whole).div(sum).round(places, Big.roundDown));
  const rest = parts.reduce((left, part) => left.minus(part), new Big(whole));
  const largest = weights.reduce((best, weight, index) => (weight.gt(weights[best] ?? 0) ? index : best), 0);
  return entries.map(({ code }, index) => ({
    code,
    percentage: (parts[index] ?? new Big(0)).plus(index === largest ? rest : 0).toFixed(),
  }));
}
