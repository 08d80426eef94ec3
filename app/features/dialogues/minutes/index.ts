export { MinutesPage } from './minutes-page';
