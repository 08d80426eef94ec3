import { data } from '@remix-run/node';
import type { RefusalData } from './guard';

/** The fields of a form. What is no form, was cut off, or holds a null byte, which no database keeps, is a 400. */
export async function readForm(request: Request): Promise<FormData> {
  const formData = await request.formData().catch(() => {
    throw malformed();
  });
  for (const [name, value] of formData) {
    if (name.includes('\0') || (typeof value === 'string' && value.includes('\0'))) throw malformed();
  }
  return formData;
}

/** What no page of ours sends. */
export function malformed() {
  return data<RefusalData>({ code: 'invalid_input', details: {} }, 400);
}
