import { useEffect, useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Keeps what was typed into a form that is filled in anew. Call what it returns before that happens; `filling` is other
 * for each filling.
 */
export function useTypedFields(formId: string, filling: string): () => void {
  const typed = useRef(new Map<string, string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each filling.
  useEffect(() => {
    for (const field of textFieldsOf(formId)) field.value = typed.current.get(field.name) ?? field.value;
    typed.current.clear();
  }, [formId, filling]);
  return () => {
    for (const field of textFieldsOf(formId))
      if (field.value !== field.defaultValue) typed.current.set(field.name, field.value);
  };
}

function textFieldsOf(formId: string): Field[] {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return [];
  return [...form.elements].filter(
    (element): element is Field =>
      element instanceof HTMLTextAreaElement ||
      (element instanceof HTMLInputElement && !['hidden', 'checkbox', 'radio'].includes(element.type)),
  );
}
