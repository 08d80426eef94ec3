export { readRateTable } from './rate-table';
export { writeRates } from './write-rates';
