import { expect, test } from 'vitest';
import { caretIdentity } from './caret-identity';

test('a caret is named for the person and the institution', () => {
  const user = { name: 'Planning, Ministry of Public Health', acronym: 'MSANP', kind: 'ministry' };
  expect(caretIdentity({ user })).toEqual({ kind: 'ministry', label: 'Planning · MSANP' });
});

test('an institution without an acronym, or a presence without an identity, still makes a caret', () => {
  expect(caretIdentity({ user: { name: 'Planning', acronym: '', kind: 'ngo' } }).label).toBe('Planning');
  expect(caretIdentity({ user: { name: 7, kind: 'dragon' } })).toEqual({ kind: 'agency', label: '' });
  expect(caretIdentity(undefined)).toEqual({ kind: 'agency', label: '' });
});
