import type { AccountId } from '#domain/ids';

/** What someone has typed into a form and not sent. */
export interface KeptFormTexts {
  read(): Record<string, string>;
  /** Null: it was sent. */
  write(texts: Record<string, string> | null): void;
}

/** Under a name of the account's own: in the same tab someone else may sign in next. */
export function keptFormTexts(accountId: AccountId, form: string): KeptFormTexts {
  const key = `concord:form:${accountId}:${form}`;
  return {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? '{}');
      } catch {
        return {};
      }
    },
    write(texts) {
      try {
        if (texts === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(texts));
      } catch {
        // Without storage the form is only as safe as its tab.
      }
    },
  };
}
