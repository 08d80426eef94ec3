import type { Finding, Report } from './types';

/** One line for the operator. */
export function say(finding: Finding): string {
  switch (finding.code) {
    case 'entries_missing':
      return `entries ${finding.fromSeq} to ${finding.uptoSeq} of the log are missing${needed(finding)}`;
    case 'segment_damaged':
      return `the segment of entries ${finding.fromSeq} to ${finding.uptoSeq} is damaged (${finding.part})${needed(finding)}`;
    case 'updates_gone':
      return `what was written up to entry ${finding.uptoSeq} was let go of, and no sound snapshot has it`;
    case 'update_unreadable':
      return `entry ${finding.seq}, of ${finding.at} by ${finding.accountId ?? 'the system'}, cannot be read`;
    case 'updates_unplaced':
      return `${finding.count} updates stand on what is missing; browsers that have it will send it again`;
    case 'snapshot_damaged':
      return `the snapshot at entry ${finding.uptoSeq} is not what was written`;
    case 'snapshot_differs':
      return `the snapshot at entry ${finding.uptoSeq} is not what the log gives`;
    case 'log_behind_snapshot':
      return `the log ends at entry ${finding.seq}, before the snapshot at ${finding.uptoSeq}`;
    case 'log_empty':
      return 'the log is empty, and there is no snapshot';
    case 'projection_differs':
      return `the tables differ from the document in ${finding.actions} actions${also(finding)}`;
    case 'projection_ahead':
      return `the tables are at entry ${finding.seq}, beyond the log's ${finding.head}`;
  }
}

export function sayReport({
  documentId,
  title,
  entries,
  canBeOpened,
  findings,
  repairs,
  isSound,
}: Report): string[] {
  const name = title ? `${title} (${documentId})` : documentId;
  if (findings.length === 0) return [`sound     ${name}: ${entries} entries`];
  const state = isSound ? 'repaired' : canBeOpened ? 'damaged' : 'UNUSABLE';
  return [
    `${state.padEnd(9)} ${name}: ${entries} entries`,
    ...findings.map((finding) => `    found: ${say(finding)}`),
    ...repairs.map((repair) => `    did:   ${repair}`),
  ];
}

function needed({ isNeeded }: { isNeeded: boolean }): string {
  return isNeeded ? ', and no snapshot has what they wrote' : '; a snapshot has what they wrote';
}

function also({ objectives, narrative }: { objectives: boolean; narrative: boolean }): string {
  return `${objectives ? ', the objectives' : ''}${narrative ? ', the text' : ''}`;
}
