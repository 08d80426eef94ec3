export { ErrorPage } from './error-page';
export { FrontDoor } from './front-door';
export { useFormAnswer } from './use-form-answer';
