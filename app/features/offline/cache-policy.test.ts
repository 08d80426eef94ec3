import { describe, expect, test } from 'vitest';
import { afterAnswer, assetsNamedIn, cachePolicy, dataPathOf, keptKey, pagePathOf } from './cache-policy';

const origin = 'https://concord.example';

function kindOf(path: string, { method = 'GET', mode = 'navigate' } = {}) {
  return cachePolicy({ url: new URL(path, origin), method, mode, origin }).kind;
}

describe('which requests are kept', () => {
  test('a plan opens offline: its text, actions and figures, as pages and as data', () => {
    expect(kindOf('/w/mdg/plans/0190')).toBe('kept');
    expect(kindOf('/w/mdg/plans/0190/actions?year=2026')).toBe('kept');
    expect(kindOf('/w/mdg/plans/0190/figures')).toBe('kept');
    expect(kindOf('/w/mdg/plans/0190.data?_routes=x', { mode: 'cors' })).toBe('kept');
    expect(kindOf('/w/mdg/plans/0190/actions.data', { mode: 'cors' })).toBe('kept');
  });

  test('taking part in a dialogue and running it go on offline, its other pages do not', () => {
    expect(kindOf('/w/mdg/dialogues/0190/take-part')).toBe('kept');
    expect(kindOf('/w/mdg/dialogues/0190/console?item=1')).toBe('kept');
    expect(kindOf('/w/mdg/dialogues/0190/console.data?_routes=x', { mode: 'cors' })).toBe('kept');
    for (const page of ['', '/edit', '/minutes', '/room'])
      expect(kindOf(`/w/mdg/dialogues/0190${page}`)).toBe('page');
    expect(kindOf('/w/mdg/dialogues/0190/acts', { method: 'POST' })).toBe('pass');
  });

  test('the forms around a plan are not kept', () => {
    expect(kindOf('/w/mdg/plans/new')).toBe('page');
    expect(kindOf('/w/mdg/plans/0190/import')).toBe('page');
    expect(kindOf('/w/mdg/plans/new.data', { mode: 'cors' })).toBe('data');
  });

  test('sync and pages with secrets are left to the browser', () => {
    for (const path of [
      '/sync/0190',
      '/sign-in',
      '/reset-password/abc',
      '/invitations/abc',
      '/account',
      '/metrics',
    ])
      expect(kindOf(path), path).toBe('pass');
  });

  test('a page whose name merely begins like a secret one is an ordinary page', () => {
    expect(kindOf('/administrators')).toBe('page');
  });

  test('files of the build are fetched once', () => {
    expect(kindOf('/assets/entry-abc.js', { mode: 'cors' })).toBe('asset');
  });

  test('signing in or out forgets what was kept', () => {
    expect(kindOf('/sign-out', { method: 'POST' })).toBe('account_change');
    expect(kindOf('/sign-in.data', { method: 'POST', mode: 'cors' })).toBe('account_change');
    expect(kindOf('/invitations/abc', { method: 'POST' })).toBe('account_change');
  });

  test('nothing that is sent, and nothing of another origin, is touched', () => {
    expect(kindOf('/w/mdg/plans/0190', { method: 'POST' })).toBe('pass');
    expect(kindOf('https://elsewhere.example/w/mdg/plans/0190')).toBe('pass');
  });
});

describe('addresses', () => {
  test('filters do not make another copy', () => {
    expect(keptKey(new URL('/w/mdg/plans/0190/actions?year=2026#x', origin))).toBe(
      '/w/mdg/plans/0190/actions',
    );
    expect(keptKey(new URL('/w/mdg/plans/0190/', origin))).toBe('/w/mdg/plans/0190');
  });

  test('data has the page’s address with an ending', () => {
    expect(dataPathOf('/w/mdg/plans/0190')).toBe('/w/mdg/plans/0190.data');
    expect(dataPathOf('/w/mdg/plans/0190/actions?x=1')).toBe('/w/mdg/plans/0190/actions.data');
  });
});

test('data leads back to its page', () => {
  expect(pagePathOf('/w/mdg/members.data')).toBe('/w/mdg/members');
  expect(pagePathOf('/_root.data')).toBe('/');
});

describe('what an answer does to the kept copy', () => {
  test('a good answer replaces it, unless it is only a part', () => {
    expect(afterAnswer({ status: 200, isRedirected: false, isPartial: false })).toBe('keep');
    expect(afterAnswer({ status: 200, isRedirected: false, isPartial: true })).toBe('leave');
  });

  test('someone signed out or removed loses it', () => {
    expect(afterAnswer({ status: 404, isRedirected: false, isPartial: false })).toBe('forget');
    expect(afterAnswer({ status: 200, isRedirected: true, isPartial: false })).toBe('forget');
  });

  test('a server in trouble does not take it away', () => {
    expect(afterAnswer({ status: 503, isRedirected: false, isPartial: false })).toBe('leave');
  });
});

test('the files that a page names are found once each', () => {
  const html =
    '<script src="/assets/a-1.js"></script><link href="/assets/b-2.css"><link href="/assets/a-1.js">';
  expect(assetsNamedIn(html)).toEqual(['/assets/a-1.js', '/assets/b-2.css']);
});
