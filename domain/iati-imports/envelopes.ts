import type { EnvelopeStatus } from '../funding-cycles/kinds';
import type { Organisation, OrganisationBudget } from '../partners/iati';

export type EnvelopeKind = 'total' | 'organisation' | 'region' | 'country' | 'expenditure';

const kindOf = {
  'total-budget': 'total',
  'recipient-org-budget': 'organisation',
  'recipient-region-budget': 'region',
  'recipient-country-budget': 'country',
  'total-expenditure': 'expenditure',
} as const satisfies Record<OrganisationBudget['kind'], EnvelopeKind>;

const elementOf = Object.fromEntries(
  Object.entries(kindOf).map(([element, kind]) => [kind, element]),
) as Record<EnvelopeKind, OrganisationBudget['kind']>;

/** An envelope as the registry keeps it. */
export interface EnvelopeFacts {
  kind: EnvelopeKind;
  country: string | null;
  region: string | null;
  status: EnvelopeStatus;
  amount: string | null;
  amountText: string;
  currency: string | null;
  valueDate: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  /** What it is known by on the next import. */
  importKey: string | null;
  /** `iati`: what its budget says beyond the columns, and where it stood. */
  details: Record<string, unknown>;
}

interface Kept {
  position: number;
  line: number;
  status: string;
  recipient: OrganisationBudget['recipient'];
  lines: OrganisationBudget['lines'];
}

/** The envelopes of an organisation's own file, each with a key that stays the same when the file comes again. */
export function envelopesOf(organisation: Organisation): EnvelopeFacts[] {
  const seen = new Map<string, number>();
  return organisation.budgets.map((budget, position) => {
    const { kind, recipient, period, value, line, status, lines } = budget;
    const what = [kindOf[kind], recipient?.code ?? '', period.start ?? '', period.end ?? ''].join(' ');
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    const kept: Kept = { position, line, status, recipient, lines };
    const code = recipient?.code ?? null;
    return {
      kind: kindOf[kind],
      country: kind === 'recipient-country-budget' && /^[A-Z]{2}$/.test(code ?? '') ? code : null,
      region: kind === 'recipient-region-budget' ? code : null,
      status: status === '2' ? 'committed' : 'indicative',
      amount: value.amount,
      amountText: value.text,
      currency: value.currency,
      valueDate: value.valueDate,
      periodStart: period.start,
      periodEnd: period.end,
      importKey: `${organisation.identifier ?? ''} ${what} ${nth}`,
      details: { iati: kept },
    };
  });
}

/**
 * Whether an envelope came with the file of this organisation. One identifier may begin with another and have spaces in
 * it, so the key is taken apart to its end: identifier, kind, recipient, first and last day, number.
 */
export function isOfFile(
  identifier: string,
  { importKey, details }: Pick<EnvelopeFacts, 'importKey' | 'details'>,
): boolean {
  if (!importKey?.startsWith(`${identifier} `)) return false;
  const what = /^(?:total|organisation|region|country|expenditure) (.*) \S* \S* \d+$/s.exec(
    importKey.slice(identifier.length + 1),
  );
  return what?.[1] === ((details.iati as Kept | undefined)?.recipient?.code ?? '');
}

/** An organisation with its envelopes as its file would have them; what was changed here since comes from the columns. */
export function organisationOf(
  record: Record<string, unknown>,
  envelopes: readonly EnvelopeFacts[],
): Organisation {
  const budgets = envelopes.map((envelope) => {
    const kept = envelope.details.iati as Kept | undefined;
    return { position: kept?.position ?? Number.MAX_SAFE_INTEGER, budget: budgetOf(envelope) };
  });
  return {
    ...(record as unknown as Omit<Organisation, 'budgets'>),
    budgets: budgets.sort((a, b) => a.position - b.position).map(({ budget }) => budget),
  };
}

export function budgetOf(envelope: EnvelopeFacts): OrganisationBudget {
  const { kind, country, region, amount, amountText, currency, valueDate, periodStart, periodEnd } = envelope;
  const kept = envelope.details.iati as Kept | undefined;
  const code = country ?? region;
  const recipient = kept?.recipient ?? null;
  const isSamePlace = !code || recipient?.code === code;
  const isSameStatus = (kept?.status === '2') === (envelope.status === 'committed');
  return {
    line: kept?.line ?? 0,
    kind: elementOf[kind],
    status: kept && isSameStatus ? kept.status : envelope.status === 'committed' ? '2' : '1',
    recipient: isSamePlace ? recipient : { code, vocabulary: null, names: [] },
    period: { start: periodStart, end: periodEnd },
    value: { amount, text: amountText, currency, valueDate },
    lines: kept?.lines ?? [],
  };
}
