import type { LoaderFunctionArgs } from '@remix-run/node';
import { readListParams } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';
import { countries } from '#domain/countries';
import type { InstitutionId } from '#domain/ids';
import { institutionKinds } from '#domain/institutions/kinds';
import type { Language } from '#domain/languages';
import { instruments, mandateRoles } from '#domain/partners/kinds';
import { partnerSorts } from '#domain/partners/lists';
import { isTheme, type Theme, themes } from '#domain/themes';
import type { MandateFilter, PartnerFilter } from '#server/features/partners';

/** The partners wanted, as the address says; list and export read it alike. */
export async function readPartnerFilter(args: LoaderFunctionArgs): Promise<Omit<PartnerFilter, 'size'>> {
  const { params, search, sort, page } = readListParams(args.request, {
    sorts: partnerSorts,
    fallback: 'name',
  });
  return { ...readMandateParams(params), search, sort, page, language: await readLanguage(args) };
}

/** The mandates wanted, as the address says. */
export async function readMandateFilter(
  args: LoaderFunctionArgs,
): Promise<MandateFilter & { language: Language }> {
  const { searchParams: params } = new URL(args.request.url);
  return {
    ...readMandateParams(params),
    withEnded: params.get('ended') === 'also',
    language: await readLanguage(args),
  };
}

/** The cell of the matrix whose rows are open: a partner, a theme, or both. */
export function readOpenedCell(request: Request): {
  partner: InstitutionId | null;
  theme: Theme | null;
} {
  const params = new URL(request.url).searchParams;
  const theme = params.get('on');
  return {
    partner: (params.get('partner') || null) as InstitutionId | null,
    theme: isTheme(theme) ? theme : null,
  };
}

function readMandateParams(params: URLSearchParams) {
  const among = <T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === params.get(name)) ?? null;
  return {
    kind: among('kind', institutionKinds),
    country: among('country', countries),
    theme: among('theme', themes),
    instrument: among('instrument', instruments),
    role: mandateRoles.find((role) => String(role) === params.get('role')) ?? null,
  };
}
