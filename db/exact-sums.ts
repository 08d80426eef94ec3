import type Database from 'better-sqlite3';

/**
 * SQLite has no exact decimals; this teaches a connection to add them: `decimal_add(a, b)` and the aggregate
 * `decimal_sum(x)`, over texts as PostgreSQL's numeric would. Null counts for nothing.
 */
export function addExactSums(connection: Database.Database): void {
  connection.function('decimal_add', { deterministic: true }, (a: unknown, b: unknown) =>
    textOf(addTo(addTo({ units: 0n, scale: 0 }, a), b)),
  );
  connection.aggregate<Sum>('decimal_sum', {
    deterministic: true,
    start: () => ({ units: 0n, scale: 0 }),
    step: addTo,
    result: textOf,
  });
}

/** units / 10^scale */
interface Sum {
  units: bigint;
  scale: number;
}

function addTo(sum: Sum, value: unknown): Sum {
  if (value === null || value === undefined) return sum;
  const text = String(value);
  const point = text.indexOf('.');
  const scale = point < 0 ? 0 : text.length - point - 1;
  const units = BigInt(point < 0 ? text : text.slice(0, point) + text.slice(point + 1));
  if (scale > sum.scale) {
    sum.units *= 10n ** BigInt(scale - sum.scale);
    sum.scale = scale;
    sum.units += units;
  } else {
    sum.units += scale === sum.scale ? units : units * 10n ** BigInt(sum.scale - scale);
  }
  return sum;
}

function textOf({ units, scale }: Sum): string {
  if (scale === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}
