import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import type { RefusalData } from '#app/http/guard';

/** Refusals of the server about one field, in the words of the catalogue. */
const refusedField: Record<string, string> = {
  too_short: 'passwordTooShort',
  too_long: 'passwordTooLong',
  is_email: 'passwordIsEmail',
};

/**
 * A form after its answer: what to fill in again, and what is wrong with each field, in words. Forms that share a page send
 * their id as `intent`, so that each shows its own answer only.
 */
export function useFormAnswer(id: string, answer: FormAnswer | undefined, namespace = 'accounts') {
  const { t } = useTranslation(namespace);
  const intent = answer?.result.initialValue?.intent;
  const own = intent === undefined || intent === id ? answer : undefined;
  const result = own?.result;
  const refusal = own?.refusal ?? null;

  useEffect(() => {
    if (result?.error) focusFirstOf(Object.keys(result.error), id);
  }, [result, id]);

  function field(name: string) {
    const error = result?.error?.[name]?.[0] ?? refusedHere(refusal, name);
    // "countryUnknown|Atlantis": what was found goes into the words.
    const [code, found] = error?.split('|', 2) ?? [];
    return {
      id: `${id}-${name}`,
      name,
      defaultValue: result?.initialValue?.[name] as string | undefined,
      error: code ? t(`fieldErrors.${code}`, { found }) : undefined,
    };
  }

  // Said once: beside the field where it belongs to one.
  const isAboutField = refusal?.code === 'invalid_input' && String(refusal.details.problem) in refusedField;
  return { form: { id }, field, refusal: isAboutField ? null : refusal };
}

/** Whoever does not see the page learns of what is wrong by being there. */
function focusFirstOf(names: string[], formId: string): void {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return;
  const fields = [...form.elements] as HTMLInputElement[];
  fields.find(({ name, type }) => type !== 'hidden' && names.includes(name))?.focus();
}

function refusedHere(refusal: RefusalData | null, name: string): string | undefined {
  if (refusal?.code === 'wrong_credentials' && name === 'currentPassword') return 'currentPasswordWrong';
  if (refusal?.code !== 'invalid_input' || !/password$/i.test(name) || name === 'currentPassword') return;
  return refusedField[String(refusal.details.problem)];
}
