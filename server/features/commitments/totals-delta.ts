import Big from 'big.js';
import type { Db } from '#db/db';
import { type CountedPart, type TotalKey, totalsOf } from '#domain/commitments/totals';
import type { WorkspaceId } from '#domain/ids';

type TotalRow = Required<Db['tables']['commitmentTotals']['$inferInsert']>;

interface Change {
  amount: Big;
  usd: Big;
  local: Big;
  parts: number;
  withoutUsd: number;
  withoutLocal: number;
}

export interface TotalsDelta {
  add(part: CountedPart): void;
  takeBack(part: CountedPart): void;
  /** What changes, in one order everywhere: two writers never wait for each other's rows in a circle. */
  rows(workspaceId: WorkspaceId): TotalRow[];
}

/** By how much the totals change when parts come and go. */
export function makeTotalsDelta(): TotalsDelta {
  // Parts that every row of totals counts together are added up first: a fact of many sectors is mostly one of these.
  const groups = new Map<string, Change & { part: CountedPart }>();

  function count(part: CountedPart, sign: 1 | -1): void {
    const { country, partnerId, theme, kind, year, fiscalYearStart, currency } = part;
    const id = `${country}|${partnerId}|${theme}|${kind}|${year}|${fiscalYearStart}|${currency}`;
    const group = groups.get(id) ?? { part, ...noChange() };
    groups.set(id, group);
    addChange(group, {
      amount: new Big(part.amount).times(sign),
      usd: new Big(part.usd ?? 0).times(sign),
      local: new Big(part.local ?? 0).times(sign),
      parts: sign,
      withoutUsd: part.usd === null ? sign : 0,
      withoutLocal: part.local === null ? sign : 0,
    });
  }

  function rows(workspaceId: WorkspaceId): TotalRow[] {
    const changes = new Map<string, Change & { key: TotalKey }>();
    for (const { part, ...change } of groups.values()) {
      if (!isChange(change)) continue;
      for (const key of totalsOf(part)) {
        const id = Object.values(key).join('|');
        const known = changes.get(id) ?? { key, ...noChange() };
        changes.set(id, known);
        addChange(known, change);
      }
    }
    return [...changes]
      .filter(([, change]) => isChange(change))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { key, amount, usd, local, ...counts }]) => ({
        ...{ workspaceId, ...key, ...counts },
        ...{ amount: amount.toFixed(), usd: usd.toFixed(), local: local.toFixed() },
      }));
  }

  return { add: (part) => count(part, 1), takeBack: (part) => count(part, -1), rows };
}

function noChange(): Change {
  const zero = new Big(0);
  return { amount: zero, usd: zero, local: zero, parts: 0, withoutUsd: 0, withoutLocal: 0 };
}

function addChange(to: Change, change: Change): void {
  to.amount = to.amount.plus(change.amount);
  to.usd = to.usd.plus(change.usd);
  to.local = to.local.plus(change.local);
  to.parts += change.parts;
  to.withoutUsd += change.withoutUsd;
  to.withoutLocal += change.withoutLocal;
}

function isChange({ amount, usd, local, parts, withoutUsd, withoutLocal }: Change): boolean {
  const money = [amount, usd, local].some((sum) => !sum.eq(0));
  return money || parts !== 0 || withoutUsd !== 0 || withoutLocal !== 0;
}
