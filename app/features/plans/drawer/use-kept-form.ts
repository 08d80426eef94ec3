import { type RefObject, useEffect } from 'react';

const storageKey = (name: string) => `concord:form:${name}`;

/** Keeps what is typed into a form for as long as the tab lives: a drawer closes at a key. Forgotten once it is sent. */
export function useKeptForm(form: RefObject<HTMLFormElement>, name: string, isSent: boolean): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    restore(element, name);
    const keep = () => write(name, JSON.stringify(Object.fromEntries(textsOf(element))));
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, name]);
  useEffect(() => {
    if (!isSent) return;
    form.current?.reset();
    write(name, null);
  }, [form, name, isSent]);
}

function textsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function restore(form: HTMLFormElement, name: string): void {
  const kept = JSON.parse(read(name) ?? '{}') as Record<string, string>;
  for (const [field, text] of Object.entries(kept)) {
    const control = form.elements.namedItem(field);
    if (control && 'value' in control) control.value = text;
  }
}

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(storageKey(name));
  } catch {
    return null;
  }
}

function write(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(storageKey(name));
    else sessionStorage.setItem(storageKey(name), text);
  } catch {
    // Without storage the form is only as safe as its tab.
  }
}
