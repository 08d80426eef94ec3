export { MeasureDetail } from './measure-detail';
export { QualityTable } from './quality-table';
