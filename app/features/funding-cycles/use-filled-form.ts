import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';

/** A form that shows what was typed, else what is known; refusals come in the words of the catalogue `cycles`. */
export function useFilledForm(id: string, answer: FormAnswer | undefined, known: object) {
  const { form, field, refusal } = useFormAnswer(id, answer, 'cycles');
  const { t } = useTranslation('cycles');
  const facts = known as Record<string, unknown>;
  const isAnswered = answer?.result.initialValue?.intent === id;

  function filled(name: string, otherwise = '') {
    const wired = field(name);
    const value = facts[name];
    const text = value === null || value === undefined ? otherwise : String(value);
    // A field that was emptied comes back empty, not as it was known before.
    const isRefused = name === 'reason' && refusal?.details.field === 'reason';
    const error = isRefused ? t('fieldErrors.reasonMissing') : wired.error;
    return { ...wired, error, defaultValue: isAnswered ? (wired.defaultValue ?? '') : text };
  }

  return { form, filled, refusal };
}
