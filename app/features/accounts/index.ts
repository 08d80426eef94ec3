export { ErrorPage } from './error-page';
export { useFormAnswer } from './use-form-answer';
