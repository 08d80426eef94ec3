export { Addressees } from './addressees';
export { LetterText } from './letter-text';
export { LettersTable } from './letters-table';
export { OwnLetter } from './own-letter';
export { RepliesForm } from './replies-form';
