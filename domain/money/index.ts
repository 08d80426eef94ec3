export {
  addAmounts,
  compareAmounts,
  type Money,
  type MoneyByCurrency,
  shareOf,
  subtractAmounts,
  sumByCurrency,
} from './money';
export { parseAmount, type ReadAmount } from './parse-amount';
