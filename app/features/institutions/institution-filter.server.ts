import type { LoaderFunctionArgs } from '@remix-run/node';
import { readListParams } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';
import { institutionSorts } from '#domain/lists/sorts';
import type { InstitutionFilter } from '#server/features/institutions';

/** The institutions wanted, as the address says; lists and exports read it alike. */
export async function readInstitutionFilter(
  args: LoaderFunctionArgs,
): Promise<Omit<InstitutionFilter, 'size'>> {
  const { params, search, sort, page } = readListParams(args.request, {
    sorts: institutionSorts,
    fallback: 'name',
  });
  return { search, sort, page, kind: params.get('kind') ?? '', language: await readLanguage(args) };
}
