import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { isDomainError, statusOfError } from '#domain/errors';
import type { RefusalData } from './guard';
import { malformed } from './read-form.server';

/** What a form gets back when it was not accepted: what was typed (secrets left out), and what is wrong with it. */
export interface FormAnswer {
  result: SubmissionResult<string[]>;
  refusal: RefusalData | null;
}

/**
 * Reads a form by its schema and acts on it. Bad fields and expected refusals come back as a FormAnswer, so that
 * nothing typed is lost, with or without JavaScript; what no form can mend goes to the ErrorBoundary.
 */
export async function handleForm<Schema extends z.ZodTypeAny, Result>({
  formData,
  schema,
  secrets = [],
  act,
}: {
  formData: FormData;
  schema: Schema;
  /** Fields never sent back, such as passwords. */
  secrets?: string[];
  act: (value: z.output<Schema>) => Promise<Result>;
}) {
  if (!isPlain(formData)) throw malformed();
  const submission = parseWithZod(formData, { schema });
  const typed = () => submission.reply({ hideFields: secrets });
  if (submission.status !== 'success') {
    return data<FormAnswer>({ result: typed(), refusal: null }, statusOfError.invalid_input);
  }
  try {
    return await act(submission.value);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const refusal: RefusalData = { code: error.code, details: error.details };
    const status = statusOfError[error.code];
    if (error.code === 'not_found' || error.code === 'signed_out') throw data(refusal, status);
    return data<FormAnswer>({ result: typed(), refusal }, status);
  }
}

const fieldLimit = 200;

/**
 * Conform makes an array as long as the index in a name like `a[99999999]`, which ends the process, and reads
 * commands from other names. Our forms are flat.
 */
function isPlain(formData: FormData): boolean {
  const names = [...formData.keys()];
  return names.length <= fieldLimit && names.every((name) => /^[a-z]\w*$/i.test(name));
}
