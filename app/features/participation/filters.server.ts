import { readListParams } from '#app/http/list-params';
import type { InstitutionId } from '#domain/ids';
import { participationSorts } from '#domain/lists/sorts';
import type { ParticipationFilter } from '#server/features/participation';

/** What is wanted, as the address says: of all institutions, or of one, whose latest dialogues then come first. */
export function readParticipationFilter(
  request: Request,
): Omit<ParticipationFilter, 'size' | 'language'> & { institutionId: InstitutionId | null } {
  const { params, search, sort, page } = readListParams(request, {
    sorts: participationSorts,
    fallback: 'name',
  });
  const institutionId = (params.get('institution') || null) as InstitutionId | null;
  const isAsked = params.get('sort') !== null;
  return {
    ...{ institutionId, search, page },
    period: { from: yearOf(params.get('from')), to: yearOf(params.get('to')) },
    sort: institutionId && !isAsked ? { key: 'starts', isDescending: true } : sort,
  };
}

function yearOf(value: string | null): number | null {
  return value && /^\d{4}$/.test(value) ? Number(value) : null;
}
