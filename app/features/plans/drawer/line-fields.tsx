import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Icon, IconButton } from '#app/ui';
import {
  addLine,
  type LineFields as Fields,
  type LineKind,
  type LineMoney,
  moneyOfLine,
  removeLine,
  setLine,
} from '#domain/plans';
import { type Action, type CostLine, certainties, type FundingLine } from '#domain/plans/types';
import { useGridModel } from '../grid/grid-model';
import { PlanEdits } from '../grid/plan-edits';
import { DraftInput } from './draft-input';
import { InstitutionSuggestions } from './institution-fields';
import { MoneyTotals } from './money-totals';
import { useFieldPresence } from './use-field-presence';

type Field =
  | 'year'
  | 'amount'
  | 'currency'
  | 'source'
  | 'text'
  | 'certainty'
  | 'name'
  | 'baseline'
  | 'target';
type AnyLine = Action['costs'][number] | Action['funding'][number] | Action['indicators'][number];

const shapes = {
  costs: ['year', 'amount', 'currency'],
  funding: ['text', 'year', 'amount', 'currency', 'certainty'],
  indicators: ['name', 'baseline', 'target', 'year', 'source'],
} as const satisfies Record<Exclude<LineKind, 'supporters'>, readonly Field[]>;
type Kind = keyof typeof shapes;

/** The presence column under which others see someone in these lines. */
const columnOf: Record<Kind, string> = { costs: 'total', funding: 'secured', indicators: 'title' };

/** Costs by year, funding and indicators, each a list of lines; and what the money adds up to. */
export function LineFields({ action }: { action: Action }) {
  const listId = useId();
  return (
    <>
      <InstitutionSuggestions id={listId} />
      <Lines action={action} kind="costs" listId={listId} />
      <Lines action={action} kind="funding" listId={listId} />
      <MoneyTotals action={action} />
      <Lines action={action} kind="indicators" listId={listId} />
    </>
  );
}

function Lines({ action, kind, listId }: { action: Action; kind: Kind; listId: string }) {
  const { t } = useTranslation('actions');
  const { edits, canWrite, reading } = useGridModel();
  const presence = useFieldPresence(action.id);
  const lines: readonly AnyLine[] = action[kind];
  const newLine = useFocusOnNewLine(lines.length);

  function add() {
    const { context } = reading;
    const last = action[kind === 'indicators' ? 'costs' : kind].at(-1);
    const currency = last?.currency || context.currency;
    const years = new Set(action.costs.map((line) => line.year));
    const year = context.years.find((candidate) => !years.has(String(candidate.year)))?.year ?? '';
    const empty = {
      costs: { year: String(year), amount: '', currency },
      funding: { institutionId: null, text: '', year: '', amount: '', currency, certainty: 'to_mobilise' },
      indicators: { name: '', baseline: '', target: '', year: '', source: '' },
    } satisfies { [K in Kind]: Fields<K> };
    newLine.expect();
    edits.change(() => addLine(edits.doc, action.id, kind, { id: PlanEdits.newId(), ...empty[kind] }));
  }

  return (
    <section className="drawer-section" {...presence(columnOf[kind])}>
      <h3>{t(`lines.${kind}.title`)}</h3>
      {lines.length === 0 && <p className="drawer-note">{t(`lines.${kind}.none`)}</p>}
      <ul ref={newLine.list} className="drawer-lines" data-kind-of-line={kind}>
        {lines.map((line, index) => (
          <li key={line.id}>
            {shapes[kind].map((field) => (
              <LineField key={field} {...{ action, kind, line, field, listId }} />
            ))}
            {canWrite && (
              <IconButton
                label={t('lines.remove', { number: index + 1 })}
                icon="remove"
                size="small"
                onClick={() => edits.change(() => removeLine(edits.doc, action.id, kind, line.id))}
              />
            )}
            <LineReading line={line} kind={kind} />
          </li>
        ))}
      </ul>
      {canWrite && (
        <Button size="small" icon="add" onClick={add}>
          {t(`lines.${kind}.add`)}
        </Button>
      )}
    </section>
  );
}

/** Whoever adds a line goes on in its first empty field; a line that someone else adds takes no focus. */
function useFocusOnNewLine(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const isExpected = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the number of lines that says one is there.
  useEffect(() => {
    if (!isExpected.current) return;
    isExpected.current = false;
    const inputs = [...(list.current?.lastElementChild?.querySelectorAll('input') ?? [])];
    (inputs.find(({ value }) => value === '') ?? inputs[0])?.focus();
  }, [count]);
  return {
    list,
    expect: () => {
      isExpected.current = true;
    },
  };
}

interface LineFieldProps {
  action: Action;
  kind: Kind;
  line: AnyLine;
  field: Field;
  listId: string;
}

function LineField({ action, kind, line, field, listId }: LineFieldProps) {
  const { t } = useTranslation('actions');
  const { edits, store, canWrite, reading } = useGridModel();
  const { directory } = reading.context;
  const id = useId();
  const label = t(`lines.field.${kind}.${field}`);
  const value = textOf(line, field);
  const shown =
    field === 'text'
      ? directory.label(line as FundingLine)
      : field === 'certainty'
        ? t(`plans:certainty.${value}`)
        : value;

  function write(typed: string): boolean {
    const lines: readonly AnyLine[] = store.action(action.id)?.[kind] ?? [];
    if (!lines.some(({ id: known }) => known === line.id)) return false;
    const text = field === 'currency' ? typed.trim().toUpperCase() : typed.trim();
    const change = (field === 'text' ? directory.resolve(typed) : { [field]: text }) as Fields<Kind>;
    edits.change(() => setLine(edits.doc, action.id, kind, line.id, change));
    return true;
  }

  return (
    <span className="drawer-line-field" data-field={field}>
      <label htmlFor={id}>{label}</label>
      {!canWrite ? (
        <output id={id}>{shown || '–'}</output>
      ) : field === 'certainty' ? (
        <span className="select">
          <select id={id} className="input" value={value} onChange={(event) => write(event.target.value)}>
            {certainties.map((certainty) => (
              <option key={certainty} value={certainty}>
                {t(`plans:certainty.${certainty}`)}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </span>
      ) : (
        <DraftInput
          id={id}
          value={field === 'text' ? shown : value}
          list={field === 'text' ? listId : undefined}
          inputMode={field === 'amount' ? 'decimal' : undefined}
          onCommit={write}
        />
      )}
    </span>
  );
}

function textOf(line: AnyLine, field: Field): string {
  const value = (line as unknown as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

/** What was typed already says what was read. */
function isPlain(line: CostLine | FundingLine, money: LineMoney): boolean {
  const typed = line.amount.replace(/\s/g, '');
  return money.state === 'read' && typed === money.amount && line.currency === money.currency;
}

/** How an amount is understood, or why it does not count. */
function LineReading({ line, kind }: { line: AnyLine; kind: Kind }) {
  const { t } = useTranslation('actions');
  const { reading } = useGridModel();
  if (kind === 'indicators') return null;
  const money = moneyOfLine(line as CostLine | FundingLine, reading.context.reading);
  if (money.state === 'empty' || isPlain(line as CostLine, money)) return null;
  if (money.state === 'read') {
    return <p className="drawer-note">{reading.format.money(money.amount, money.currency)}</p>;
  }
  return (
    <p className="drawer-note" data-problem>
      {t(`unread.${money.reason}`)}
    </p>
  );
}
