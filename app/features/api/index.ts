export { ApiReference } from './api-reference';
export { NewTokenNotice } from './new-token-notice';
export { TokenForm } from './token-form';
export { TokenList } from './token-list';
export { TokensLink } from './tokens-link';
export { VisitorShell } from './visitor-shell';
