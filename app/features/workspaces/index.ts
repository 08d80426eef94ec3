export { LanguageMenu } from './language-menu';
export { type Person, PersonMenu } from './person-menu';
export { PersonalShell, WorkspaceShell } from './shell';
