export { ChooseWorkbook } from './choose-workbook';
export { ReviewWorkbook } from './review-workbook';
