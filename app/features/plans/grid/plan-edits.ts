import { v7 as uuidv7 } from 'uuid';
import * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '#domain/ids';
import {
  addAction,
  duplicateAction,
  moveAction,
  planRoots,
  removeAction,
  setActionField,
} from '#domain/plans';
import { orderedEntries } from '#domain/plans/document';
import { holdsOthers } from './written-by-others';

/** Where an action goes: its place and what the group there stands for. */
export interface Placement {
  /** The action that it follows; null is the first place, undefined the last. */
  afterId?: ActionId | null;
  objectiveId?: ObjectiveId | null;
  block?: string;
}

/** What undo or redo came to. `kept`: others have written in what would have gone, so that it stays. */
export type UndoOutcome = 'done' | 'nothing' | 'kept';

/**
 * This person's edits of the plan's actions and objectives, each one step of undo. Undo and redo touch their own edits
 * only: those of others carry another origin.
 */
export class PlanEdits {
  readonly undoManager: Y.UndoManager;
  private isOfOthers: (item: Y.Item) => boolean = () => false;
  private hasKept = false;

  constructor(
    readonly doc: Y.Doc,
    private readonly origin: object,
  ) {
    const { actions, objectives } = planRoots(doc);
    this.undoManager = new Y.UndoManager([actions, objectives], {
      trackedOrigins: new Set([origin]),
      deleteFilter: (item) => {
        const isKept = this.isOfOthers(item);
        this.hasKept ||= isKept;
        return !isKept;
      },
    });
  }

  static newId(): string {
    return uuidv7();
  }

  /** One transaction and one step of undo. */
  change<T>(work: () => T): T {
    this.undoManager.stopCapturing();
    const result = this.doc.transact(work, this.origin);
    this.undoManager.stopCapturing();
    return result;
  }

  /** Keystrokes in quick succession become one step of undo. */
  type(work: () => void): void {
    this.doc.transact(work, this.origin);
  }

  undo(): UndoOutcome {
    return this.takeStep(this.undoManager.undoStack, () => this.undoManager.undo());
  }

  redo(): UndoOutcome {
    return this.takeStep(this.undoManager.redoStack, () => this.undoManager.redo());
  }

  /**
   * One step at a time: where one changes nothing the manager goes on to the one before it, which is right for what
   * others removed meanwhile and wrong for what is kept for them.
   */
  private takeStep(stack: Y.UndoManager['undoStack'], take: () => unknown): UndoOutcome {
    for (let step = stack.at(-1); step; step = stack.at(-1)) {
      const earlier = stack.splice(0, stack.length - 1);
      this.isOfOthers = holdsOthers(this.doc, step.insertions);
      this.hasKept = false;
      const isDone = take() !== null;
      stack.unshift(...earlier);
      if (this.hasKept) return 'kept';
      if (isDone) return 'done';
    }
    return 'nothing';
  }

  insert({ afterId, objectiveId = null, block = '' }: Placement, title = ''): ActionId {
    const id = PlanEdits.newId() as ActionId;
    this.change(() => addAction(this.doc, { id, afterId, objectiveId, block, title }));
    return id;
  }

  /** The action that comes before another one in the plan's own order, or null for the first. */
  before(id: ActionId): ActionId | null {
    const ordered = orderedEntries(planRoots(this.doc).actions);
    return (ordered[ordered.findIndex((entry) => entry.id === id) - 1]?.id ?? null) as ActionId | null;
  }

  duplicate(ids: readonly ActionId[]): ActionId[] {
    return this.change(() =>
      ids.map((id) => {
        const copyId = PlanEdits.newId() as ActionId;
        duplicateAction(this.doc, id, { copyId, newId: PlanEdits.newId });
        return copyId;
      }),
    );
  }

  remove(ids: readonly ActionId[]): void {
    this.change(() => {
      for (const id of ids) removeAction(this.doc, id);
    });
  }

  /** Moves actions, in their order, to one place. */
  move(ids: readonly ActionId[], { afterId, objectiveId, block }: Placement): void {
    this.change(() => {
      let after = afterId;
      for (const id of ids) {
        moveAction(this.doc, id, { afterId: after, objectiveId });
        if (block !== undefined) setActionField(this.doc, id, 'block', block);
        after = id;
      }
    });
  }
}
