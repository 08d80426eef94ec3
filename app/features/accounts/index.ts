export { ErrorPage } from './error-page';
export { FrontDoor } from './front-door';
