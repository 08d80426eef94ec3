import { isActivityGroup } from '#domain/activity/groups';
import type { EventId, InstitutionId } from '#domain/ids';
import type { ActivityFilter } from '#server/features/activity';

/** The part of the feed wanted, as the address says; page and export read it alike. */
export function readActivityFilter(request: Request): Omit<ActivityFilter, 'limit'> {
  const params = new URL(request.url).searchParams;
  const group = params.get('kind');
  return {
    institutionId: (params.get('institution') || null) as InstitutionId | null,
    group: isActivityGroup(group) ? group : null,
    before: (params.get('before') || null) as EventId | null,
  };
}
