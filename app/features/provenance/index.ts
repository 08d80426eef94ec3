export { OriginsButton } from './origins-button';
