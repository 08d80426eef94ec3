/** Length is what protects a password; composition rules only make it harder to remember. */
export const minPasswordLength = 12;
/** Hashing takes work in proportion to the length, so there is an end to it. */
export const maxPasswordLength = 256;
export const maxNameLength = 120;
export const maxEmailLength = 254;

/** The form of an address by which an account is found: no case, no stray spaces. */
/** Whether a mail can be sent to it, and to nobody else by the same words. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(text);
}

export function emailKeyOf(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

export type PasswordProblem = 'too_short' | 'too_long' | 'is_email';

/** Why a password can't be used, or null. Characters are counted as a person would count them. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  if ([...password].length < minPasswordLength) return 'too_short';
  if (password.length > maxPasswordLength) return 'too_long';
  if (emailKeyOf(password) === emailKeyOf(email)) return 'is_email';
  return null;
}
