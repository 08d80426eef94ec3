import { all, convenors, members, notConvenors, outside, type RightsByRoute, w } from './rights';

const dialogue = (rest: string) => w(({ dialogueId }) => `/dialogues/${dialogueId}${rest}`);
const dialogueFields = () => ({
  act: 'facts',
  title: 'Other',
  type: 'training',
  date: '2026-05-04',
  time: '09:00',
  timeZone: 'UTC',
});

export const dialoguesRights: RightsByRoute = {
  'w.$slug.decisions.tsx': { at: w(() => '/decisions'), get: members },
  'w.$slug.decisions_.$decisionId.tsx': {
    at: w(({ decisionId }) => `/decisions/${decisionId}`),
    get: members,
    forms: [
      {
        does: 'answer for the institution that leads',
        fields: ({ planId, actionId }) => ({ act: 'decline', planId, actionId, reason: 'No staff' }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
      {
        does: 'ask the lead again',
        fields: ({ planId, actionId }) => ({ act: 'ask', planId, actionId }),
        refused: notConvenors,
      },
      {
        does: 'unlink an action',
        fields: ({ planId }) => ({ act: 'unlink', planId, actionId: 'other' }),
        refused: notConvenors,
      },
      {
        does: 'take it up in a dialogue',
        fields: ({ dialogueId }) => ({ act: 'take-up', id: 'taken-up', dialogueId }),
        refused: notConvenors,
      },
      {
        does: 'put it off',
        fields: () => ({ act: 'postpone', reviewOn: '2036-01-01', reason: 'R' }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.decisions[.]csv.ts': { at: w(() => '/decisions.csv'), get: members },
  'w.$slug.dialogues.$id._index.tsx': { at: dialogue(''), get: members },
  'w.$slug.dialogues.$id.acts.ts': {
    at: dialogue('/acts'),
    get: { ...all(302), stranger: 404, administrator: 404 },
    forms: [
      {
        does: 'mark attendance later',
        fields: ({ people }) => ({
          act: 'attendance',
          id: 'mark',
          institutionId: people.contributor.institutionId,
          state: 'present',
        }),
        refused: notConvenors,
      },
      {
        does: 'answer later for an invited institution',
        fields: () => ({ act: 'answer', id: 'answer', answer: 'accepted' }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
    ],
  },
  'w.$slug.dialogues.$id.console.tsx': {
    at: dialogue('/console'),
    get: convenors,
    forms: [
      { does: 'start', fields: () => ({ act: 'start' }), refused: notConvenors },
      { does: 'take the start back', fields: () => ({ act: 'unstart' }), refused: notConvenors },
      { does: 'resume the sitting', fields: () => ({ act: 'resume' }), refused: notConvenors },
      {
        does: 'mark attendance',
        fields: ({ people }) => ({
          act: 'attendance',
          id: 'mark',
          institutionId: people.contributor.institutionId,
          state: 'present',
        }),
        refused: notConvenors,
      },
      {
        does: 'take a mark of attendance back',
        fields: () => ({ act: 'attendance-back', markId: 'mark' }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues.$id.edit.tsx': {
    at: dialogue('/edit'),
    get: convenors,
    forms: [
      { does: 'change its facts', fields: dialogueFields, refused: notConvenors },
      {
        does: 'add an item',
        fields: () => ({
          act: 'item-add',
          id: 'item',
          title: 'Other',
          purpose: 'decision',
          plannedMinutes: '5',
          confidentiality: 'public',
        }),
        refused: notConvenors,
      },
      {
        does: 'add an item on earlier decisions',
        fields: ({ dialogueId }) => ({
          ...{ act: 'item-review', id: 'review', title: 'Other', reviewsDialogueId: dialogueId },
        }),
        refused: notConvenors,
      },
      {
        does: 'quote a plan for an item',
        fields: ({ planId, actionId }) => ({
          ...{ act: 'quote-add', id: 'quote', itemId: 'item', source: `${planId} ${actionId}` },
        }),
        refused: notConvenors,
      },
      {
        does: 'take a quotation out',
        fields: () => ({ act: 'quote-remove', itemId: 'item', quoteId: 'quote' }),
        refused: notConvenors,
      },
      {
        does: 'add a paper for an item',
        fields: () => ({
          ...{ act: 'link-add', id: 'paper', itemId: 'item', kind: 'paper', audience: 'public' },
          ...{ title: 'T', url: 'https://example.org' },
        }),
        refused: notConvenors,
      },
      { does: 'cancel it', fields: () => ({ act: 'cancel', reason: 'R' }), refused: notConvenors },
      {
        does: 'record an answer',
        fields: ({ people }) => ({
          ...{ act: 'answer-record', institutionId: people.contributor.institutionId },
          ...{ answer: 'accepted', basis: 'By telephone' },
        }),
        refused: notConvenors,
      },
      {
        does: 'invite',
        fields: ({ people }) => ({ act: 'invite', institutionIds: people.spare.institutionId }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues.$id.feedback.tsx': {
    at: dialogue('/feedback'),
    get: members,
    forms: [
      {
        does: 'give feedback for an invited institution',
        fields: () => ({ act: 'give', heard: 'yes' }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
      {
        does: 'reply to an institution',
        fields: ({ people }) => ({
          act: 'reply',
          institutionId: people.contributor.institutionId,
          seenAt: 'before',
          reply: 'R',
        }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues.$id.feedback[.]csv.ts': { at: dialogue('/feedback.csv'), get: convenors },
  'w.$slug.dialogues.$id.live.ts': { at: dialogue('/live'), get: members },
  'w.$slug.dialogues.$id.minutes.tsx': {
    at: dialogue('/minutes'),
    get: members,
    forms: [
      { does: 'begin', fields: () => ({ act: 'minutes-begin' }), refused: notConvenors },
      { does: 'end the draft', fields: () => ({ act: 'minutes-submit' }), refused: notConvenors },
      {
        does: 'circulate',
        fields: () => ({ act: 'minutes-circulate', date: '2036-01-01', time: '17:00' }),
        refused: notConvenors,
      },
      {
        does: 'set another deadline',
        fields: () => ({ act: 'minutes-extend', date: '2036-01-01', time: '17:00' }),
        refused: notConvenors,
      },
      { does: 'take them back', fields: () => ({ act: 'minutes-recall' }), refused: notConvenors },
      { does: 'lock', fields: () => ({ act: 'minutes-lock' }), refused: notConvenors },
      {
        does: 'propose a correction for an invited institution',
        fields: ({ dialogueItemId }) => ({
          act: 'correction-propose',
          id: 'correction',
          itemId: dialogueItemId,
          text: 'Other',
        }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
      {
        does: 'answer a correction',
        fields: () => ({ act: 'correction-answer', correctionId: 'c', accepted: 'yes', reason: 'R' }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues.$id.report.ts': { at: dialogue('/report?as=json'), get: members },
  'w.$slug.dialogues.$id.take-part.tsx': {
    at: dialogue('/take-part'),
    get: members,
    forms: [
      {
        does: 'answer for an invited institution',
        fields: () => ({ act: 'answer', answer: 'accepted' }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
      {
        does: 'name a delegate',
        fields: () => ({ act: 'delegate-add', id: 'delegate', name: 'Head', role: 'head' }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
    ],
  },
  'w.$slug.dialogues._index.tsx': { at: w(() => '/dialogues'), get: members },
  'w.$slug.dialogues.new.tsx': {
    at: w(() => '/dialogues/new'),
    get: convenors,
    forms: [
      { does: 'plan', fields: dialogueFields, refused: notConvenors },
      {
        does: 'plan from a former one',
        fields: ({ dialogueId }) => ({ ...dialogueFields(), from: dialogueId }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues[.]csv.ts': { at: w(() => '/dialogues.csv'), get: members },
  'w.$slug.participation.tsx': { at: w(() => '/participation'), get: members },
  'w.$slug.participation[.]csv.ts': { at: w(() => '/participation.csv'), get: members },
  'w.$slug_.dialogues.$id.room.tsx': { at: dialogue('/room'), get: members },
};
