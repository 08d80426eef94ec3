export type RefusedReason =
  | 'signed_out'
  | 'revoked'
  | 'other_epoch'
  | 'old_schema'
  | 'too_large'
  | 'too_much'
  | 'malformed'
  | 'damaged'
  | 'read_only';

/** What the person is told about their edits; never better than the truth. */
export type SaveState =
  /** The content has not come yet: an empty document says nothing. */
  | { state: 'loading' }
  /** The copy of this browser is shown, and the first attempt to reach the server is under way. */
  | { state: 'connecting' }
  /** Every edit is on the server's disk. */
  | { state: 'saved' }
  | { state: 'saving'; edits: number }
  /** No connection; the edits are kept in this browser. */
  | { state: 'offline'; edits: number }
  | { state: 'read_only' }
  /** The server does not take edits of this page any more, for good. */
  | { state: 'refused'; reason: RefusedReason; edits: number };
