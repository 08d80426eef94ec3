import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';

/** A form after its answer: what to fill in again, and what is wrong with each field, in words. */
export function useFormAnswer(id: string, answer: FormAnswer | undefined) {
  const { t } = useTranslation('accounts');
  const [form, fields] = useForm<Record<string, string>>({ id, lastResult: answer?.result });

  function field(name: string) {
    const { id: fieldId, initialValue, errors } = fields[name] ?? {};
    const error = errors?.[0];
    return {
      id: fieldId,
      name,
      defaultValue: initialValue,
      error: error ? t(`fieldErrors.${error}`) : undefined,
    };
  }

  return { form: { id: form.id, onSubmit: form.onSubmit }, field, refusal: answer?.refusal ?? null };
}
