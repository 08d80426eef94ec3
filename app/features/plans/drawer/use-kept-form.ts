import { type RefObject, useEffect, useMemo } from 'react';
import { useOpenPlan } from '../plan-layout';
import { keptFormTexts } from './kept-form-texts';

/** Keeps what is typed into a form for as long as the tab lives: a drawer closes at a key. Forgotten once it is sent. */
export function useKeptForm(form: RefObject<HTMLFormElement>, name: string, isSent: boolean): void {
  const { accountId } = useOpenPlan().person;
  const kept = useMemo(() => keptFormTexts(accountId, name), [accountId, name]);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    restore(element, kept.read());
    const keep = () => kept.write(textsOf(element));
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, kept]);
  useEffect(() => {
    if (!isSent) return;
    form.current?.reset();
    kept.write(null);
  }, [form, kept, isSent]);
}

function textsOf(form: HTMLFormElement): Record<string, string> {
  const texts = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function restore(form: HTMLFormElement, texts: Record<string, string>): void {
  for (const [field, text] of Object.entries(texts)) {
    const control = form.elements.namedItem(field);
    if (control && 'value' in control) control.value = text;
  }
}
