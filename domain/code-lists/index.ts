export { codeListNames, loadCodeList } from './load';
