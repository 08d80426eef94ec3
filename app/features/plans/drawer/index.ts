export { ActionDrawer } from './action-drawer';
export type { DrawerStatements } from './statements';
