export {
  addAmounts,
  compareAmounts,
  shareOf,
  subtractAmounts,
  sumByCurrency,
} from './money';
export { parseAmount, type ReadAmount } from './parse-amount';
export { splitAmount } from './split-amount';
