export { RateList } from './rate-list';
export { RatesDone } from './rates-done';
export { RatesPreview } from './rates-preview';
export { RatesUpload } from './rates-upload';
