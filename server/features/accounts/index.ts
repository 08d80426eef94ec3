export type { Account } from './account';
export { type Accounts, makeAccounts } from './accounts';
export type { NewAccount } from './create-account';
export type { DemoSignIn } from './demo-sign-ins';
export type { Session, SessionSummary } from './sessions';
export { hashToken, newToken } from './tokens';
