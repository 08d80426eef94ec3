import { z } from 'zod';
import { DomainError } from '#domain/errors';
import type { ActionId } from '#domain/ids';
import { reportStatuses } from '#domain/plans/types';

const form = z.object({
  actionId: z.string().transform((id) => id as ActionId),
  periodStart: z.string().date(),
  periodEnd: z.string().date(),
  status: z.enum(reportStatuses),
  evidence: z.string().default(''),
  blocker: z.string().default(''),
});

/** The report on an action as its form sends it. Throws `invalid_input` with the field that is wrong. */
export function readReportForm(formData: FormData): z.output<typeof form> {
  const read = form.safeParse(Object.fromEntries(formData));
  if (read.success) return read.data;
  throw new DomainError({ code: 'invalid_input', details: { field: String(read.error.issues[0]?.path[0]) } });
}
