/** What the feed can be narrowed to, by the subjects that event kinds begin with ("plan" in plan.created). */
export const activityGroups = {
  plans: ['plan', 'action', 'objective', 'document', 'status_report', 'plan_import'],
  dialogues: ['dialogue'],
  people: ['membership', 'invitation'],
  institutions: ['institution'],
  cycles: ['funding_cycle', 'cycle_event', 'envelope', 'budget_event', 'country_calendar'],
  partners: [
    'partner',
    'mandate',
    'focal_person',
    'partner_document',
    'proposal',
    'iati_import',
    'organisation_match',
  ],
  workspace: ['workspace', 'fiscal_calendar'],
} as const satisfies Record<string, readonly string[]>;

export type ActivityGroup = keyof typeof activityGroups;
export const activityGroupNames = Object.keys(activityGroups) as ActivityGroup[];

export function isActivityGroup(value: unknown): value is ActivityGroup {
  return activityGroupNames.includes(value as ActivityGroup);
}

/** How kinds end of events that not everyone may know of: no feed tells them. */
export const inConfidence = 'InConfidence';

/** Recorded for audit and for listeners, but told by another event or of no interest to others. */
export const untoldKinds = [
  'acting.changed',
  'invitation.accepted',
  'institution.created',
  'plan.importMapped',
  'resource_mapping.started',
  'resource_mapping.discarded',
  // A private address is nobody else's business.
  'calendar_feed.created',
  'calendar_feed.renewed',
  'calendar_feed.revoked',
  'saved_view.saved',
  'saved_view.removed',
  // What happens by the second in a sitting.
  'dialogue.itemActed',
  'dialogue.floorChanged',
  'dialogue.attendanceMarked',
  'dialogue.markTakenBack',
  'dialogue.latecomerAdmitted',
  'dialogue.latecomerDismissed',
  'dialogue.delegationChanged',
  'dialogue.grouped',
  'dialogue.positionTaken',
  'dialogue.proposalDrafted',
  'dialogue.proposalWithdrawn',
  'dialogue.actionUnlinked',
  // Who comes to a training is its convenors' business.
  'dialogue.registrationSet',
  'dialogue.registered',
  'dialogue.registrationWithdrawn',
  'dialogue.registrationRemoved',
  'dialogue.registrationMarked',
  'dialogue.registeredTold',
  // To whom one wrote is the convenors’ business; that an institution answers is told.
  'dialogue.lettersAdded',
  'dialogue.letterRemoved',
  'dialogue.letterTextSet',
  'dialogue.lettersSent',
  'dialogue.repliesTaken',
  // A paper may be for those who take part alone.
  'dialogue.linkAdded',
  'dialogue.linkRemoved',
  'dialogue.minutesBegun',
  'dialogue.minutesFrozen',
  'dialogue.correctionAnswered',
  // What an institution says of a dialogue is for its convenors.
  'dialogue.feedbackGiven',
  'dialogue.feedbackAnswered',
];
