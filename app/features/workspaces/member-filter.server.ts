import type { LoaderFunctionArgs } from '@remix-run/node';
import { readListParams } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';
import { memberSorts } from '#domain/lists/sorts';
import type { MemberFilter } from '#server/features/workspaces';

/** The members wanted, as the address says; list and export read it alike. */
export async function readMemberFilter(args: LoaderFunctionArgs): Promise<Omit<MemberFilter, 'size'>> {
  const { params, search, sort, page } = readListParams(args.request, {
    sorts: memberSorts,
    fallback: 'name',
  });
  return {
    search,
    sort,
    page,
    institutionId: params.get('institution') ?? '',
    role: params.get('role') ?? '',
    language: await readLanguage(args),
  };
}
