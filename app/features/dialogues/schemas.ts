import { z } from 'zod';
import { itemActs } from '#domain/dialogues/agenda-item';
import { floorKinds } from '#domain/dialogues/floor';
import { gradient, needsReason, type Scale, scales } from '#domain/dialogues/gradient';
import { dialogueGroups } from '#domain/dialogues/groups';
import { confidentialities, delegateRoles, dialogueTypes, itemPurposes } from '#domain/dialogues/kinds';
import { isTimeZone } from '#domain/dialogues/local-time';
import { attendanceStates, type QuorumRule } from '#domain/dialogues/quorum';
import { languages } from '#domain/languages';
import { shares } from './shares';

// The messages are keys under `fieldErrors`: of the catalogue `meetings` for what is prepared, else of `dialogues`.
const text = (missing: string, limit = 200) =>
  z.string({ required_error: missing }).trim().min(1, missing).max(limit, 'tooLong');
const optional = (limit = 200) => z.string().trim().max(limit, 'tooLong').default('');
/** Of a thing that is there, or of one to be made: whoever made it, it is short. */
const id = z.string().min(1).max(150);
const choose = { message: 'choose' };
const date = z.string({ required_error: 'dateMissing' }).regex(/^\d{4}-\d{2}-\d{2}$/, 'dateMissing');
const time = z.string({ required_error: 'timeMissing' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeMissing');
const minutes = z.coerce
  .number({ message: 'minutesInvalid' })
  .int('minutesInvalid')
  .max(1_440, 'minutesInvalid');

const share = z.enum(shares, choose);
const by = z.enum(['institution', 'group'], choose);
const quorumFields = {
  quorumShare: z.enum([...shares, 'none'], choose).default('none'),
  quorumBy: by.default('institution'),
};

export function fractionOf(value: string) {
  const [numerator = 1, denominator = 1] = value.split('/').map(Number);
  return { numerator, denominator };
}

export function quorumOf({ quorumShare, quorumBy }: { quorumShare: string; quorumBy: QuorumRule['by'] }) {
  return quorumShare === 'none' ? null : { by: quorumBy, atLeast: fractionOf(quorumShare) };
}

export const dialogueSchema = z.object({
  id: id.optional(),
  type: z.enum(dialogueTypes, choose),
  title: text('titleMissing'),
  purpose: optional(10_000),
  place: optional(),
  link: z
    .string()
    .trim()
    .max(2_000, 'tooLong')
    .regex(/^https?:\/\//i, 'linkInvalid')
    .optional(),
  date,
  time,
  timeZone: z.string({ required_error: 'choose' }).refine(isTimeZone, 'choose'),
  languages: z.array(z.enum(languages)).default([]),
  perIntervention: minutes.min(1, 'minutesInvalid').optional(),
  perInstitution: minutes.min(1, 'minutesInvalid').optional(),
  ...quorumFields,
  isChathamHouse: z.boolean().default(false),
});

/** `from`: a dialogue, or the kind whose template it is. */
export const newDialogueSchema = dialogueSchema.extend({
  from: id.optional(),
  reviewsDialogueId: id.optional(),
});

export const itemSchema = z.object({
  id,
  title: text('titleMissing'),
  purpose: z.enum(itemPurposes, choose),
  presenter: optional(),
  plannedMinutes: minutes.min(1, 'minutesInvalid'),
  confidentiality: z.enum(confidentialities, choose),
});

export const reviewSchema = itemSchema.pick({ id: true, title: true }).extend({
  reviewsDialogueId: z.string({ required_error: 'choose' }).min(1, 'choose').max(150),
});

export const nothing = z.object({});
export const aboutItem = z.object({ itemId: id });
export const itemMove = aboutItem.extend({ toIndex: z.coerce.number().int() });
export const itemAct = aboutItem.extend({ itemAct: z.enum(itemActs) });
export const institutionsChosen = z.object({ institutionIds: z.array(id).min(1, 'choose') });
export const aboutInstitution = z.object({ institutionId: id });
export const groupChosen = aboutInstitution.extend({ group: z.enum(dialogueGroups) });
export const invitationAnswer = z.object({
  id: id.optional(),
  answer: z.enum(['accepted', 'declined']),
});
export const recordedAnswer = z.object({
  institutionId: z.string({ required_error: 'choose' }).min(1, 'choose').max(150),
  answer: z.enum(['accepted', 'declined'], choose),
  basis: text('basisMissing'),
});
export const delegateSchema = z.object({
  id,
  name: text('nameMissing'),
  role: z.enum(delegateRoles, choose),
});
export const aboutDelegate = z.object({ delegateId: id });
/** When it was done, of what waited for the network; see domain/dialogues/made-at.ts. */
const madeAtMs = z.coerce.number().int().optional();
export const attendanceMark = z.object({
  id,
  institutionId: id,
  state: z.enum(attendanceStates),
  madeAtMs,
});
export const aboutMark = z.object({ markId: id });
export const floorRequest = aboutItem.extend({
  id,
  kind: z.enum(floorKinds),
  speaker: optional(),
  madeAtMs,
});
export const floorRequestFor = floorRequest.extend({
  institutionId: z.string({ required_error: 'choose' }).min(1, 'choose').max(150),
});
export const floorWithdrawal = aboutItem.extend({ requestId: id });
export const floorOrder = floorWithdrawal.extend({
  order: z.enum(['give', 'end', 'takeBack', 'remove', 'move']),
  toIndex: z.coerce.number().int().default(0),
});
export const aboutProposal = z.object({ proposalId: id });

/** A choice of a part of a plan: see `choiceOf`. */
export const quotedPart = z
  .string({ required_error: 'choose' })
  .max(400)
  .regex(/^\S+( text)? \S+$/, 'choose');

export const proposalSchema = aboutItem
  .extend({
    id,
    text: text('textMissing', 10_000),
    scale: z.enum(Object.keys(scales) as [Scale, ...Scale[]], choose),
    isHidden: z.boolean().default(false),
    rule: z.enum(['consensus', 'silence', 'threshold'], choose),
    deadlineDate: date.optional(),
    deadlineTime: time.optional(),
    thresholdBy: by.default('institution'),
    thresholdShare: share.default('1/2'),
    amendsId: id.optional(),
    /** A part of a plan that it quotes. */
    source: quotedPart.optional(),
    ...quorumFields,
  })
  .superRefine(({ rule, deadlineDate, deadlineTime }, context) => {
    if (rule !== 'silence') return;
    if (!deadlineDate) context.addIssue({ code: 'custom', path: ['deadlineDate'], message: 'dateMissing' });
    if (!deadlineTime) context.addIssue({ code: 'custom', path: ['deadlineTime'], message: 'timeMissing' });
  });

const positionFields = aboutProposal.extend({
  id,
  step: z.enum(gradient, choose),
  reason: optional(10_000),
  isAdReferendum: z.boolean().default(false),
});
type Taken = z.output<typeof positionFields>;
const withReason = ({ step, reason }: Taken, context: z.RefinementCtx) => {
  if (needsReason(step) && !reason)
    context.addIssue({ code: 'custom', path: ['reason'], message: 'reasonMissing' });
};
export const positionSchema = positionFields.superRefine(withReason);
export const recordedPosition = positionFields
  .extend({
    institutionId: z.string({ required_error: 'choose' }).min(1, 'choose').max(150),
    basis: text('basisMissing'),
  })
  .superRefine(withReason);

export const minutesCirculation = z.object({ date, time });
export const correctionSchema = aboutItem.extend({ id, text: text('textMissing', 10_000) });
export const correctionAnswer = z.object({
  correctionId: id,
  accepted: z.enum(['yes', 'no'], choose),
  reason: text('answerMissing', 10_000),
});

export const decisionSchema = aboutProposal.extend({
  id,
  text: text('textMissing', 10_000),
  budgetImplication: optional(10_000),
  reviewOn: date.optional(),
  changesAct: z.enum(['none', 'amend', 'supersede']).default('none'),
  changesId: id.optional(),
});
