import { useForm } from '@conform-to/react';
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
  const [form, fields] = useForm<Record<string, string>>({ id, lastResult: own?.result });
  const refusal = own?.refusal ?? null;

  function field(name: string) {
    const { id: fieldId, initialValue, errors } = fields[name] ?? {};
    const error = errors?.[0] ?? refusedHere(refusal, name);
    return {
      id: fieldId,
      name,
      defaultValue: initialValue,
      error: error ? t(`fieldErrors.${error}`) : undefined,
    };
  }

  // Said once: beside the field where it belongs to one.
  const isAboutField = refusal?.code === 'invalid_input' && String(refusal.details.problem) in refusedField;
  return { form: { id: form.id, onSubmit: form.onSubmit }, field, refusal: isAboutField ? null : refusal };
}

function refusedHere(refusal: RefusalData | null, name: string): string | undefined {
  if (refusal?.code === 'wrong_credentials' && name === 'currentPassword') return 'currentPasswordWrong';
  if (refusal?.code !== 'invalid_input' || !/password$/i.test(name) || name === 'currentPassword') return;
  return refusedField[String(refusal.details.problem)];
}
