import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/ui';
import { addAmounts, subtractAmounts } from '#domain/money';
import { inCurrencyOrder } from './currency-order';
import { type OpenedFigure, useGridModel } from './grid-model';
import { rowsOfFigure, type SignedRow } from './sums';

/** The rows that a total is made of, by currency, with their sum; and the lines that could not be counted. */
export function FigureDialog({ figure, onClose }: { figure: OpenedFigure | null; onClose: () => void }) {
  return (
    <Dialog title={figure?.title ?? ''} isOpen={figure !== null} onClose={onClose} shape="wide">
      {figure && <FigureRows figure={figure} onClose={onClose} />}
    </Dialog>
  );
}

function FigureRows({ figure, onClose }: { figure: OpenedFigure; onClose: () => void }) {
  const { t } = useTranslation('actions');
  const { reading, openAction } = useGridModel();
  const rows = rowsOfFigure(figure, reading);
  const unread = figure.actions.flatMap((action) => reading.facts(action).unread);
  const currencies = inCurrencyOrder(
    Object.fromEntries(rows.map(({ currency }) => [currency, true])),
    reading.context.currency,
  ).map(([currency]) => currency);
  const source = (row: SignedRow) =>
    row.source ? reading.context.directory.label(row.source) || t('figure.noSource') : t('figure.cost');
  const open = (id: SignedRow['actionId']) => {
    onClose();
    openAction(id);
  };

  return (
    <div className="grid gap-4">
      {currencies.length === 0 && <p>{t('figure.none')}</p>}
      {currencies.map((currency) => {
        const own = rows.filter((row) => row.currency === currency);
        return (
          <section
            key={currency}
            className="table-frame"
            aria-label={t('figure.lines', { count: own.length, currency })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it.
            tabIndex={0}
          >
            <table className="table">
              <caption>{t('figure.lines', { count: own.length, currency })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('column.title')}</th>
                  <th scope="col">{t('figure.line')}</th>
                  <th scope="col">{t('figure.year')}</th>
                  <th scope="col" data-align="end">
                    {t('figure.amount')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {own.map((row) => (
                  <tr key={`${row.actionId} ${row.kind} ${row.lineId}`}>
                    <th scope="row">
                      <button type="button" className="link text-start" onClick={() => open(row.actionId)}>
                        {row.actionTitle || t('untitled')}
                      </button>
                    </th>
                    <td>{source(row)}</td>
                    <td>{row.yearText}</td>
                    <td data-align="end" className="numeric">
                      {row.sign === -1 && '− '}
                      {reading.format.decimal(row.amount)}
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    {t('figure.sum')}
                  </th>
                  <td data-align="end" className="numeric">
                    {reading.gapWords(addUp(own), (sum) => reading.format.money(sum, currency))}
                  </td>
                </tr>
              </tfoot>
            </table>
          </section>
        );
      })}
      {unread.length > 0 && (
        <div>
          <h3>{t('figure.unread', { count: unread.length })}</h3>
          <ul className="mt-1 list-disc ps-5">
            {unread.map((row) => (
              <li key={`${row.actionId} ${row.lineId}`}>
                <button type="button" className="link text-start" onClick={() => open(row.actionId)}>
                  {row.actionTitle || t('untitled')}
                </button>{' '}
                – {row.yearText} – {row.amountText} {row.currencyText}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function addUp(rows: readonly SignedRow[]): string {
  return rows.reduce(
    (sum, { sign, amount }) => (sign === 1 ? addAmounts(sum, amount) : subtractAmounts(sum, amount)),
    '0',
  );
}
