import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';

export type PartFormState = ReturnType<typeof usePartForm>;

/** A part's form after its answer: what was typed stands before what is known. */
export function usePartForm(answer: FormAnswer | undefined) {
  const { form, field, refusal } = useFormAnswer('save', answer, 'partners');
  const typed = answer?.result.initialValue as Record<string, unknown> | undefined;

  /** For a field of text, a date or a choice of one. */
  function text(name: string, known: string | number | null | undefined) {
    return { ...field(name), defaultValue: typed ? String(typed[name] ?? '') : String(known ?? '') };
  }

  /** For several choices or lines. */
  function list(name: string, known: readonly string[] | undefined): string[] {
    if (!typed) return [...(known ?? [])];
    const value = typed[name] ?? [];
    return (Array.isArray(value) ? value : [value]).map(String);
  }

  function isChecked(name: string, known: boolean | undefined): boolean {
    return typed ? typed[name] === 'on' : (known ?? false);
  }

  return { form, text, list, isChecked, errorOf: (name: string) => field(name).error, refusal };
}
