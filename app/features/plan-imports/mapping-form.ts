import { type MatrixMapping, matrixFields, units } from '#domain/plans/matrix';

/** The mapping as a form says it. What the form leaves out stays as it was; what it cannot mean is left alone. */
export function readMappingForm(form: FormData, mapping: MatrixMapping): MatrixMapping {
  const columns = mapping.columns.map((column) => {
    const field = pick(form.get(`field.${column.column}`), matrixFields, column.field);
    const period = textOf(form, `period.${column.column}`, column.period).slice(0, 20);
    const unit = pick(form.get(`unit.${column.column}`), units, column.unit);
    const currency = currencyOf(form, `currency.${column.column}`, column.currency);
    const isSame = field === column.field && period === column.period && unit === column.unit;
    const confidence = isSame && currency === column.currency ? column.confidence : 'chosen';
    return { ...column, field, period, unit, currency, confidence } as const;
  });
  return {
    ...mapping,
    columns,
    currency: currencyOf(form, 'currency', mapping.currency),
    decimal: pick(form.get('decimal'), [',', '.'] as const, mapping.decimal),
    dayFirst:
      pick(form.get('dates'), ['day', 'month'] as const, mapping.dayFirst ? 'day' : 'month') === 'day',
  };
}

/** What was chosen for each name that the workspace does not know; "keep" keeps the text, nothing decides nothing. */
export function readNamesForm(form: FormData, mapping: MatrixMapping): MatrixMapping {
  const institutions = { ...mapping.institutions };
  for (const [name, value] of form) {
    if (!name.startsWith('name.') || typeof value !== 'string') continue;
    const key = name.slice('name.'.length);
    if (value === '') delete institutions[key];
    else institutions[key] = value === 'keep' ? '' : value;
  }
  return { ...mapping, institutions };
}

function pick<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((one) => one === value) ?? otherwise;
}

function textOf(form: FormData, name: string, otherwise: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : otherwise;
}

function currencyOf(form: FormData, name: string, otherwise: string): string {
  const value = textOf(form, name, otherwise).toUpperCase();
  return value === '' || /^[A-Z]{3}$/.test(value) ? value : otherwise;
}
