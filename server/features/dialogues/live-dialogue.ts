import { setImmediate } from 'node:timers/promises';
import { isEmptyPatch, patchOf } from '#domain/dialogues/view-patch';
import { authorise } from '#domain/policy';
import type { RecordedEvent } from '../events';
import type { Workspaces } from '../workspaces';
import { type Audience, viewFor } from './show-dialogue';
import { type Sitting, sittingQuery } from './sitting';
import type { Asked, Dependencies } from './types';
import type { DialogueView } from './view-types';

export interface Watcher extends Asked {
  audience: Audience;
  /** `view` with a DialogueView, then `patch` with a ViewPatch of it and so on, each as JSON. */
  send: (event: 'view' | 'patch', json: string) => void;
  /** The person's standing has changed or the server stops: whoever still may comes back. Called once. */
  onEnd: () => void;
}

/** Watchers who see the same, and what they have. */
interface Bench {
  watchers: Set<Watcher>;
  view: DialogueView;
}

/** A dialogue that someone watches. */
interface Room {
  benches: Map<string, Bench>;
  isReading: boolean;
  /** Something has changed since the reading began. */
  isStale: boolean;
}

/**
 * Sends those who follow a dialogue what has changed of it, right after each commit. However many watch, it is read
 * once, viewed once for each institution and role, and only what is other is sent.
 */
export function makeLiveDialogues({
  workspaces,
  onError,
  ...dependencies
}: Dependencies & {
  workspaces: Pick<Workspaces, 'actorIn'>;
  onError: (error: unknown) => void;
}) {
  const readSitting = sittingQuery(dependencies);
  const rooms = new Map<string, Room>();
  const readings = new Set<Promise<void>>();
  const unsubscribe = dependencies.events.subscribe((event) => {
    if (event.subjectType === 'membership') endWhoseStandingChanged(event);
    const room = rooms.get(`${event.workspaceId} ${event.subjectId}`);
    if (room) refresh(room);
  });

  /** Sends the view as it is and then every change of it; gives how to stop. Throws `not_found`. */
  async function watch(watcher: Watcher): Promise<() => void> {
    authorise(watcher.actor, 'dialogue.see', watcher);
    if (!benchWith(watcher)) {
      const sitting = await readSitting(watcher);
      const room = rooms.get(roomOf(watcher)) ?? { benches: new Map(), isReading: false, isStale: false };
      rooms.set(roomOf(watcher), room);
      const view = viewFor(watcher, sitting);
      if (!benchWith(watcher)) room.benches.set(benchOf(watcher), { watchers: new Set(), view });
      // Something may have changed since it was read, with nobody on the bench to be told.
      refresh(room);
    }
    const bench = benchWith(watcher) as Bench;
    bench.watchers.add(watcher);
    // A change of their standing is told from here on; one from before is seen now.
    if (!(await standsAs(watcher))) endOne(watcher);
    // What the others on the bench have; where that is old by now, its change is on the way.
    if (bench.watchers.has(watcher)) watcher.send('view', JSON.stringify(bench.view));
    return () => void leave(watcher);
  }

  async function standsAs(watcher: Watcher): Promise<boolean> {
    const { accountId, isAdministrator } = watcher.actor;
    const actor = await workspaces.actorIn({
      ...{ accountId, isAdministrator },
      workspaceId: watcher.workspaceId,
    });
    return benchOf({ ...watcher, actor }) === benchOf(watcher);
  }

  function benchWith(watcher: Watcher): Bench | undefined {
    return rooms.get(roomOf(watcher))?.benches.get(benchOf(watcher));
  }

  /** False for whoever had left before. */
  function leave(watcher: Watcher): boolean {
    const room = rooms.get(roomOf(watcher));
    const bench = benchWith(watcher);
    if (!room || !bench?.watchers.delete(watcher)) return false;
    if (bench.watchers.size === 0) room.benches.delete(benchOf(watcher));
    if (room.benches.size === 0) rooms.delete(roomOf(watcher));
    return true;
  }

  /** One reading at a time; what changes meanwhile is read once after it. */
  function refresh(room: Room): void {
    room.isStale = true;
    if (room.isReading) return;
    room.isReading = true;
    const reading = tellUntilFresh(room).finally(() => readings.delete(reading));
    readings.add(reading);
  }

  async function tellUntilFresh(room: Room): Promise<void> {
    try {
      while (room.isStale) {
        room.isStale = false;
        await tellAll(room);
      }
    } catch (error) {
      onError(error);
      endAll(room);
    } finally {
      room.isReading = false;
    }
  }

  async function tellAll(room: Room): Promise<void> {
    const [anyone] = [...room.benches.values()].flatMap(({ watchers }) => [...watchers]);
    if (!anyone) return;
    const sitting = await readSitting(anyone);
    for (const bench of [...room.benches.values()]) {
      tell(bench, sitting);
      // A full room has many benches, and others wait for the loop too.
      await setImmediate();
    }
  }

  function endWhoseStandingChanged(event: RecordedEvent): void {
    for (const room of [...rooms.values()]) {
      endAll(room, ({ actor }) => actor.accountId === event.after?.accountId);
    }
  }

  function endAll(room: Room, isMeant: (watcher: Watcher) => boolean = () => true): void {
    const meant = [...room.benches.values()].flatMap(({ watchers }) => [...watchers]).filter(isMeant);
    for (const watcher of meant) endOne(watcher);
  }

  function endOne(watcher: Watcher): void {
    if (leave(watcher)) watcher.onEnd();
  }

  /** Ends all, and resolves when nothing is being read any more. */
  async function stop(): Promise<void> {
    unsubscribe();
    for (const room of [...rooms.values()]) endAll(room);
    await Promise.all(readings);
  }

  return { watch, stop };
}

function tell(bench: Bench, sitting: Sitting): void {
  const [anyone] = bench.watchers;
  if (!anyone) return;
  const { nowMs } = sitting;
  const before = bench.view;
  bench.view = viewFor(anyone, sitting);
  const patch = patchOf({ ...before, nowMs }, bench.view);
  // To whom nothing of it shows, not even the hour tells that something happened.
  if (isEmptyPatch(patch)) return;
  const json = JSON.stringify({ ...patch, facts: { ...patch.facts, nowMs } });
  for (const watcher of bench.watchers) watcher.send('patch', json);
}

function roomOf({ workspaceId, dialogueId }: Watcher): string {
  return `${workspaceId} ${dialogueId}`;
}

function benchOf({ actor: { membership, isAdministrator }, audience }: Watcher): string {
  return [audience, membership?.institutionId, membership?.role, isAdministrator].join(' ');
}
