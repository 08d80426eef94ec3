export { ErrorPage } from './error-page';
export { FrontDoor } from './front-door';
export { LanguageMenu } from './language-menu';
export { PersonMenu } from './person-menu';
export { useFormAnswer } from './use-form-answer';
