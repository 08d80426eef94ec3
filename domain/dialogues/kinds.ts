export const dialogueTypes = [
  'technical_dialogue',
  'exchange_group',
  'working_group',
  'training',
  'webinar',
] as const;
export type DialogueType = (typeof dialogueTypes)[number];

/** Where people come one by one, not as delegations, and their attendance is kept. */
export const registrableTypes: readonly DialogueType[] = ['training', 'webinar'];

export const itemPurposes = ['information', 'discussion', 'decision'] as const;
export type ItemPurpose = (typeof itemPurposes)[number];

/** Who may know what is said and written under an item. */
export const confidentialities = ['public', 'participants', 'convenor'] as const;
export type Confidentiality = (typeof confidentialities)[number];

export const delegateRoles = ['head', 'alternate', 'adviser', 'observer'] as const;
export type DelegateRole = (typeof delegateRoles)[number];

/** Who may know of a dialogue: everyone in its workspace, or the whole world. */
export type DialogueVisibility = 'members' | 'public';

export const linkKinds = ['paper', 'recording'] as const;
export type LinkKind = (typeof linkKinds)[number];

export const linkAudiences = ['public', 'participants'] as const;
export type LinkAudience = (typeof linkAudiences)[number];
