import { describe, expect, it } from 'vitest';
import { readPath } from './well-formed';

describe('readPath', () => {
  it.each([
    ['/', '/'],
    ['/w/csu/plans?q=%C3%A9', '/w/csu/plans'],
    ['/w/%C3%A9', '/w/%C3%A9'],
    ['/assets/../sign-in', '/sign-in'],
  ])('reads %s', (url, path) => expect(readPath(url)).toBe(path));

  it.each([
    undefined,
    '',
    '*',
    '//',
    '//evil.example',
    'http://evil.example/',
    '/%',
    '/%E0%A4%A',
    '/a%00',
    '/a%0d%0aX',
  ])('refuses %s', (url) => expect(readPath(url)).toBeNull());

  it('refuses a null byte in the query, which PostgreSQL stores nowhere', () => {
    expect(readPath('/w/csu/activity?before=%00')).toBeNull();
  });
});
