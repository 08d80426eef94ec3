import { unstable_parseMultipartFormData as parseMultipartFormData } from '@remix-run/node';
import { malformed } from '#app/http/read-form.server';
import { DomainError, isDomainError } from '#domain/errors';

/** Hands the file of the form on as it comes in, never whole in memory. Throws `unsupported_file` where there is none. */
export async function takeUpload(
  request: Request,
  take: (file: { fileName: string; data: AsyncIterable<Uint8Array> }) => Promise<string>,
): Promise<string> {
  let taken: string | null = null;
  try {
    await parseMultipartFormData(request, async ({ name, filename, data }) => {
      if (name !== 'file' || !filename || taken !== null) {
        for await (const _rest of data);
        return undefined;
      }
      taken = await take({ fileName: filename, data });
      return taken;
    });
  } catch (error) {
    throw isDomainError(error) ? error : malformed();
  }
  if (taken === null) throw new DomainError({ code: 'unsupported_file', details: { reason: 'none' } });
  return taken;
}
