export { ErrorPage } from './error-page';
export { FrontDoor } from './front-door';
export { LanguageSwitcher } from './language-switcher';
export { useFormAnswer } from './use-form-answer';
