import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import type { FactKind } from '#domain/commitments/kinds';
import { convertedTotal, type MoneySums } from '#domain/commitments/money-sums';
import { keptParams, type MoneyChoice } from './money-choice';
import { WorldMap } from './world-map';

interface MappedCountry {
  code: string;
  name: string | null;
  sums: MoneySums;
}

/**
 * The map of one kind of fact by country. Shades are of what was converted, by powers of ten below the largest, since
 * countries differ a thousandfold; what could not be converted is said in words.
 */
export function CountryMap({
  rows,
  kind,
  choice,
  base,
  localCurrency,
}: {
  rows: readonly MappedCountry[];
  kind: FactKind;
  choice: MoneyChoice;
  base: string;
  localCurrency: string;
}) {
  const { t } = useTranslation('commitments');
  const { money } = useFormat();
  const view = choice.view === 'local' ? 'local' : 'usd';
  const currency = view === 'local' ? localCurrency : 'USD';
  const totals = rows
    .filter(({ code, sums }) => code !== '' && sums.length > 0)
    .map((row) => ({ ...row, ...convertedTotal(row.sums, view) }));
  const largest = Math.max(0, ...totals.map(({ total }) => Number(total ?? 0)));
  const kept = new URLSearchParams(keptParams(choice));
  return (
    <WorldMap
      title={t('map.title', { kind: t(`kind.${kind}`), currency })}
      countries={totals.map(({ code, name, total, notConverted }) => ({
        code,
        name: name ?? code,
        to: `${base}/countries/${code}?${kept}`,
        text: [
          total === null ? '' : money(total, currency),
          notConverted > 0 ? t('sums.notConverted', { count: notConverted }) : '',
        ]
          .filter(Boolean)
          .join(', '),
        level: levelOf(Number(total ?? 0), largest),
      }))}
    >
      {largest > 0 && <MapKey largest={largest} currency={currency} />}
      {t('map.below')}
    </WorldMap>
  );
}

/** The shades with the amounts that they stand for, the largest first. */
function MapKey({ largest, currency }: { largest: number; currency: string }) {
  const { t } = useTranslation('commitments');
  const { moneyCompact } = useFormat();
  const tenthOf = (power: number) => moneyCompact(String(largest / 10 ** power), currency);
  return (
    <ul className="map-key">
      {[4, 3, 2, 1].map((level) => (
        <li key={level}>
          <span className="map-key-shade" data-level={level} aria-hidden="true" />
          {level === 4 && t('map.over', { amount: tenthOf(1) })}
          {(level === 3 || level === 2) &&
            t('map.between', { from: tenthOf(5 - level), to: tenthOf(4 - level) })}
          {level === 1 && t('map.upTo', { amount: tenthOf(3) })}
        </li>
      ))}
    </ul>
  );
}

function levelOf(value: number, largest: number): number {
  if (value <= 0 || largest <= 0) return 0;
  return Math.max(1, 4 - Math.floor(Math.log10(largest / value)));
}
