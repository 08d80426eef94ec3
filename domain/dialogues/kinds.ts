export const dialogueTypes = [
  'technical_dialogue',
  'exchange_group',
  'working_group',
  'training',
  'webinar',
] as const;
export type DialogueType = (typeof dialogueTypes)[number];

export const itemPurposes = ['information', 'discussion', 'decision'] as const;
export type ItemPurpose = (typeof itemPurposes)[number];

/** Who may know what is said and written under an item. */
export const confidentialities = ['public', 'participants', 'convenor'] as const;
export type Confidentiality = (typeof confidentialities)[number];

export const delegateRoles = ['head', 'alternate', 'adviser', 'observer'] as const;
export type DelegateRole = (typeof delegateRoles)[number];
