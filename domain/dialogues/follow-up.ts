/**
 * Where an action stands that is to carry out a decision. It counts as committed only once the institution that leads
 * it has accepted.
 */
export type FollowUpState =
  | { state: 'proposed' }
  | { state: 'accepted'; at: string }
  | { state: 'declined'; at: string; reason: string };

export type FollowUpAct =
  | { act: 'accept'; at: string }
  | { act: 'decline'; at: string; reason: string }
  /** Asks the lead anew: after it declined, or where another institution leads now. */
  | { act: 'ask'; isOtherLead: boolean };

/** The state after an act, or null where the act is not possible. A lead may change its mind, and says why it declines. */
export function followUpAfter({ state }: FollowUpState, act: FollowUpAct): FollowUpState | null {
  switch (act.act) {
    case 'accept':
      return state === 'accepted' ? null : { state: 'accepted', at: act.at };
    case 'decline':
      return state === 'declined' || act.reason.trim() === ''
        ? null
        : { state: 'declined', at: act.at, reason: act.reason.trim() };
    case 'ask':
      return state === 'declined' || act.isOtherLead ? { state: 'proposed' } : null;
  }
}
