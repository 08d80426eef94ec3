export { readRateTable } from './rate-table';
export { makeExchangeRates, type RatesPreview } from './rates';
export { writeRates } from './write-rates';
