import type { CodedShare, Narrative } from '../partners/iati/types';
import type { ShareRecord } from './types';

/** The shares of one kind, as IATI writes them. */
export function codedSharesOf(shares: readonly ShareRecord[], wanted: ShareRecord['kind']): CodedShare[] {
  return shares
    .filter(({ kind }) => kind === wanted)
    .map(({ code, vocabulary, percentage, details }) => ({
      code: code || null,
      vocabulary: vocabulary || null,
      percentage,
      names: (details.names as Narrative[] | undefined) ?? [],
    }));
}
