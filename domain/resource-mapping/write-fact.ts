import { blankFact } from '../commitments/blank-fact';
import type { FactKind } from '../commitments/kinds';
import type { ActivityRecord, FactRecord, ShareRecord } from '../commitments/types';
import type { InstitutionId } from '../ids';
import type { Instrument } from '../partners/kinds';
import type { MappingColumn, RowValues } from './columns';
import { inheritedValues } from './row-values';

/** The fact with what its row changes; what the row does not speak of stays. */
export function changeFact(
  fact: FactRecord,
  columns: readonly MappingColumn[],
  { values, activity }: { values: RowValues; activity: ActivityRecord },
): FactRecord {
  const inherited = inheritedValues(activity);
  const changed = { ...fact };
  for (const column of columns) {
    const value = values[column];
    switch (column) {
      case 'theme':
      case 'country':
        changed.shares = withShare(changed.shares, column, value === inherited[column] ? '' : value);
        break;
      case 'instrument':
        changed.instrument = (own(value, inherited.instrument) as Instrument) || null;
        break;
      case 'currency':
        changed.currency = value || null;
        break;
      case 'isOnPlan':
      case 'isOnBudget':
      case 'isOnTreasury':
        changed[column] = truth(own(value, inherited[column]));
        break;
      case 'kind':
        changed.kind = value as FactKind;
        break;
      case 'amount':
        changed.amount = value;
        changed.amountText = value;
        break;
      case 'note':
        changed.note = value;
        break;
      default:
        break; // Dates go together, below; partner and activity stay what they are.
    }
  }
  return columns.some((column) => column === 'valueDate' || column.startsWith('period'))
    ? { ...changed, ...datesOf(values) }
    : changed;
}

/** A fact of a new row in its activity. */
export function makeFact(
  values: RowValues,
  { columns, activity }: { columns: readonly MappingColumn[]; activity: ActivityRecord },
): FactRecord {
  return changeFact({ ...blankFact, providerId: values.partner as InstitutionId }, columns, {
    values,
    activity,
  });
}

/** An activity that a new row names and nobody has entered yet; its rows' facts follow. */
export function makeActivity(values: RowValues): ActivityRecord {
  const shares = withShare(withShare([], 'country', values.country), 'theme', values.theme);
  return {
    identifier: null,
    title: values.activity,
    description: '',
    status: null,
    startsOn: null,
    endsOn: null,
    currency: values.currency || null,
    instrument: (values.instrument as Instrument) || null,
    isOnPlan: truth(values.isOnPlan),
    isOnBudget: truth(values.isOnBudget),
    isOnTreasury: truth(values.isOnTreasury),
    shares,
    organisations: [],
    facts: [],
    details: {},
  };
}

function own(value: string, inherited: string): string {
  return value === inherited ? '' : value;
}

function truth(value: string): boolean | null {
  return value === '' ? null : value === 'yes';
}

/** A country takes the place of regions too: they share out the same money. */
function withShare(shares: readonly ShareRecord[], kind: 'theme' | 'country', code: string): ShareRecord[] {
  const others = shares.filter(
    (share) => share.kind !== kind && !(kind === 'country' && share.kind === 'region'),
  );
  return code === '' ? others : [...others, { kind, vocabulary: '', code, percentage: null, details: {} }];
}

function datesOf({ valueDate, periodStart, periodEnd }: RowValues) {
  return {
    valueDate: valueDate || periodStart || null,
    periodStart: periodStart || valueDate || null,
    periodEnd: periodEnd || valueDate || null,
  };
}
