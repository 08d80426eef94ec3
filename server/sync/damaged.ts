/** What is wrong with a document that cannot be loaded. */
export type Damage =
  /** Entries of the log are missing, or refer to content that nobody has. */
  | 'gap'
  /** A segment that the state would have to be read from is damaged, or its updates were let go of. */
  | 'segment'
  /** Yjs cannot read it. */
  | 'unreadable';

/** A document that cannot be loaded as it is on disk. Reading it again will not help: someone must repair it. */
export class DocumentDamaged extends Error {
  readonly damage: Damage;

  constructor(damage: Damage, cause?: unknown) {
    super(`the document is damaged: ${damage}`, { cause });
    this.name = 'DocumentDamaged';
    this.damage = damage;
  }
}

export function isDamaged(error: unknown): error is DocumentDamaged {
  return error instanceof Error && error.name === 'DocumentDamaged';
}
