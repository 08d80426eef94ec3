import { describe, expect, it } from 'vitest';
import { localAddress } from './local-address';

describe('local addresses', () => {
  it.each(['/w/madagascar/plans?status=late#a1', '/home', '/'])('keeps %s', (address) => {
    expect(localAddress(address, '/home')).toBe(address);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'home',
    '',
    null,
    undefined,
  ])('does not follow %j', (address) => {
    expect(localAddress(address, '/home')).toBe('/home');
  });
});
