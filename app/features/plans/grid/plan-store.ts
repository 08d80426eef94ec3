import * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '#domain/ids';
import { planRoots, readAction, readObjective } from '#domain/plans';
import type { Action, Objective } from '#domain/plans/types';

type Listener = () => void;

/**
 * The plan document as plain values that keep their identity: an action is read again only when something inside it
 * changed, and only those who show that action are told. `actions()` and `objectives()` are new arrays after a change.
 */
export class PlanStore {
  private readonly byAction = new Map<ActionId, Action>();
  private readonly byObjective = new Map<ObjectiveId, Objective>();
  private readonly actionListeners = new Map<ActionId, Set<Listener>>();
  private readonly listeners = new Set<Listener>();
  private allActions: readonly Action[] = [];
  private allObjectives: readonly Objective[] = [];

  constructor(private readonly doc: Y.Doc) {
    this.readAll();
  }

  /** Follows the document until the returned function is called. */
  follow(): () => void {
    const { actions, objectives } = planRoots(this.doc);
    const onActions = (events: Y.YEvent<Y.AbstractType<unknown>>[]) =>
      this.rereadActions(changedKeys(events));
    const onObjectives = (events: Y.YEvent<Y.AbstractType<unknown>>[]) =>
      this.rereadObjectives(changedKeys(events));
    actions.observeDeep(onActions);
    objectives.observeDeep(onObjectives);
    this.readAll();
    this.tell(this.byAction.keys());
    return () => {
      actions.unobserveDeep(onActions);
      objectives.unobserveDeep(onObjectives);
    };
  }

  action = (id: ActionId): Action | undefined => this.byAction.get(id);
  actions = (): readonly Action[] => this.allActions;
  objectives = (): readonly Objective[] => this.allObjectives;

  /** Told after every change of any action or objective. */
  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  subscribeToAction(id: ActionId, listener: Listener): () => void {
    const known = this.actionListeners.get(id) ?? new Set();
    this.actionListeners.set(id, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0 && this.actionListeners.get(id) === known) this.actionListeners.delete(id);
    };
  }

  private readAll(): void {
    const { actions, objectives } = planRoots(this.doc);
    this.byAction.clear();
    this.byObjective.clear();
    for (const id of actions.keys()) this.rereadAction(actions, id);
    for (const id of objectives.keys()) this.rereadObjective(objectives, id);
    this.allActions = [...this.byAction.values()];
    this.allObjectives = [...this.byObjective.values()];
  }

  private rereadActions(keys: Set<string>): void {
    const { actions } = planRoots(this.doc);
    for (const key of keys) this.rereadAction(actions, key);
    this.allActions = [...this.byAction.values()];
    this.tell(keys as Set<ActionId>);
  }

  private rereadObjectives(keys: Set<string>): void {
    const { objectives } = planRoots(this.doc);
    for (const key of keys) this.rereadObjective(objectives, key);
    this.allObjectives = [...this.byObjective.values()];
    this.tell([]);
  }

  private rereadAction(actions: Y.Map<unknown>, id: string): void {
    const entry = actions.get(id);
    if (entry instanceof Y.Map) this.byAction.set(id as ActionId, readAction(entry, id));
    else this.byAction.delete(id as ActionId);
  }

  private rereadObjective(objectives: Y.Map<unknown>, id: string): void {
    const entry = objectives.get(id);
    if (entry instanceof Y.Map) this.byObjective.set(id as ObjectiveId, readObjective(entry, id));
    else this.byObjective.delete(id as ObjectiveId);
  }

  private tell(ids: Iterable<ActionId>): void {
    for (const id of ids) for (const listener of this.actionListeners.get(id) ?? []) listener();
    for (const listener of this.listeners) listener();
  }
}

/** The ids of the root's entries in which something changed, at whatever depth. */
function changedKeys(events: Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const keys = new Set<string>();
  for (const event of events) {
    const [first] = event.path;
    if (first !== undefined) keys.add(String(first));
    else for (const key of event.changes.keys.keys()) keys.add(key);
  }
  return keys;
}
