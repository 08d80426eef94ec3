import type { ReportStatus } from './types';

/**
 * Whether an action is late: its end has passed and its lead has not said that it is done or given up. Derived each
 * time, never stored. `endDate` null (open, or a text that cannot be read) is never late.
 */
export function isOverdue(
  { endDate, status }: { endDate: string | null; status: ReportStatus | null },
  today: string,
): boolean {
  return endDate !== null && endDate < today && status !== 'completed' && status !== 'cancelled';
}
