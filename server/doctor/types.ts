/** What is wrong with a document. */
export type Finding =
  /** Entries of the log that are nowhere. `isNeeded`: no snapshot has what they wrote. */
  | { code: 'entries_missing'; epoch: number; fromSeq: number; uptoSeq: number; isNeeded: boolean }
  /** A segment that cannot be read any more; `part` says whether who wrote it is still known. */
  | {
      code: 'segment_damaged';
      epoch: number;
      fromSeq: number;
      uptoSeq: number;
      part: 'updates' | 'everything';
      isNeeded: boolean;
    }
  /** What was let go of, as the operator had asked, but which no snapshot has any more. */
  | { code: 'updates_gone'; epoch: number; uptoSeq: number }
  /** An update that Yjs throws at: it is left out. */
  | { code: 'update_unreadable'; epoch: number; seq: number; at: string; accountId: string | null }
  /** Later updates that stand on what is missing, and so cannot be shown. */
  | { code: 'updates_unplaced'; epoch: number; count: number }
  | { code: 'snapshot_damaged'; epoch: number; uptoSeq: number }
  | { code: 'snapshot_differs'; epoch: number; uptoSeq: number }
  | { code: 'log_behind_snapshot'; epoch: number; seq: number; uptoSeq: number }
  | { code: 'log_empty'; epoch: number }
  | { code: 'projection_differs'; actions: number; objectives: boolean; narrative: boolean }
  | { code: 'projection_ahead'; seq: number; head: number };

export interface Report {
  documentId: string;
  /** The plan that it is of; empty when it has none. */
  title: string;
  entries: number;
  /** Whether people can open it, as it was found. */
  canBeOpened: boolean;
  findings: Finding[];
  /** What was done about them, in the order it was done. */
  repairs: string[];
  /** Nothing is wrong any more. */
  isSound: boolean;
}
