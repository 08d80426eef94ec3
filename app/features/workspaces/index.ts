export { PersonalShell, WorkspaceShell } from './shell';
