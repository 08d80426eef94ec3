export { ChooseSource } from './choose-source';
export { ReviewImport } from './review-import';
