/** The gradient of agreement (after Sam Kaner), from whole-hearted support to a veto. */
export const gradient = [
  'whole_hearted',
  'support',
  'reservations',
  'abstain',
  'follow_majority',
  'more_discussion',
  'serious_disagreement',
  'block',
] as const;
export type Step = (typeof gradient)[number];

/** The scales that a convenor chooses from before a proposal is opened. */
export const scales = {
  gradient,
  five: ['whole_hearted', 'support', 'reservations', 'abstain', 'block'],
  three: ['support', 'abstain', 'block'],
} as const satisfies Record<string, readonly Step[]>;
export type Scale = keyof typeof scales;

/**
 * How a step counts. Reservations are recorded and count for; who follows the majority stands neither for nor
 * against; only the last two steps are a formal objection.
 */
export const countsAs = {
  whole_hearted: 'for',
  support: 'for',
  reservations: 'for',
  abstain: 'neither',
  follow_majority: 'neither',
  more_discussion: 'neither',
  serious_disagreement: 'against',
  block: 'against',
} as const satisfies Record<Step, 'for' | 'neither' | 'against'>;

export function isObjection(step: Step): boolean {
  return countsAs[step] === 'against';
}

/** Below support an institution says why; an objection, what would remove it. */
export function needsReason(step: Step): boolean {
  return step !== 'whole_hearted' && step !== 'support';
}
