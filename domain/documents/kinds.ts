/** What a shared document is: a plan, or the minutes of an item of a dialogue. */
export type DocumentKind = 'plan' | 'minutes';
