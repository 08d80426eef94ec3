import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetCopiesLater, forgetMarkedCopies, noteLocalCopy, unsavedOnDevice } from './local-copies';
import { makeUnsavedCount } from './unsaved-count';

const plan = 'concord:ana:plan:1';
let stored: Record<string, string>;
let deleted: string[];

/** A browser's storage, as much of it as is used: its keys are properties of their own. */
function storage() {
  stored = {};
  const methods = {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value;
    },
    removeItem: (key: string) => {
      delete stored[key];
    },
  };
  return new Proxy(methods, {
    ownKeys: () => Object.keys(stored),
    getOwnPropertyDescriptor: (_, key) => ({
      value: stored[String(key)],
      enumerable: true,
      configurable: true,
    }),
  });
}

beforeEach(() => {
  deleted = [];
  vi.stubGlobal('localStorage', storage());
  // As in Firefox before 126: it cannot list its databases.
  vi.stubGlobal('indexedDB', {
    deleteDatabase(name: string) {
      deleted.push(name);
      const request: { onsuccess?: () => void } = {};
      queueMicrotask(() => request.onsuccess?.());
      return request;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test('once signed out, an account’s copies go and others’ stay', async () => {
  noteLocalCopy(plan);
  noteLocalCopy('concord:bea:plan:1');
  forgetCopiesLater('ana');
  await forgetMarkedCopies(null);
  expect(deleted).toEqual([plan]);
  expect(Object.keys(stored)).toEqual(['concord:bea:plan:1:held']);
});

test('where signing out did not succeed nothing goes, then or later', async () => {
  noteLocalCopy(plan);
  forgetCopiesLater('ana');
  await forgetMarkedCopies('ana');
  await forgetMarkedCopies(null);
  expect(deleted).toEqual([]);
});

test('what was written after the person asked to sign out is not lost', async () => {
  noteLocalCopy(plan);
  makeUnsavedCount(plan, ':1').keep(2);
  forgetCopiesLater('ana');
  makeUnsavedCount(plan, ':2').keep(1);
  await forgetMarkedCopies(null);
  expect(deleted).toEqual([]);
  expect(unsavedOnDevice('ana')).toBe(3);
});

test('a page whose edits are safe does not wipe out what another has still to send', () => {
  const open = makeUnsavedCount(plan, ':open');
  const offline = makeUnsavedCount(plan, ':offline');
  offline.keep(5);
  open.keep(1);
  open.keep(0);
  open.dropEarlier();
  expect(unsavedOnDevice('ana')).toBe(5);
});

test('a page that brought to safety what earlier ones had not sent drops their counts, unless they have gone on', () => {
  makeUnsavedCount(plan, ':closed').keep(2);
  const alive = makeUnsavedCount(plan, ':alive');
  alive.keep(1);
  const next = makeUnsavedCount(plan, ':next');
  expect(next.read()).toBe(3);
  alive.keep(4);
  next.dropEarlier();
  expect(unsavedOnDevice('ana')).toBe(4);
});
