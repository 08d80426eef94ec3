import {
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  MaxPartSizeExceededError,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node';
import { malformed } from '#app/http/read-form.server';
import { DomainError } from '#domain/errors';
import { tableLimits } from '#domain/plans/matrix';
import type { MatrixUpload } from '#server/features/plan-imports';

/** The file or the pasted rows of the form. Throws `too_large` before more than the limit is held in memory. */
export async function readUpload(request: Request): Promise<MatrixUpload> {
  const form = await parse(request);
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    return { kind: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const text = form.get('rows');
  if (typeof text === 'string' && text.trim() !== '') return { kind: 'paste', text };
  throw new DomainError({ code: 'unsupported_file', details: { reason: 'none' } });
}

async function parse(request: Request): Promise<FormData> {
  try {
    return await parseMultipartFormData(
      request,
      createMemoryUploadHandler({ maxPartSize: tableLimits.uploadBytes }),
    );
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) {
      throw new DomainError({
        code: 'too_large',
        details: { reason: 'upload', limit: tableLimits.uploadBytes },
      });
    }
    throw malformed();
  }
}
