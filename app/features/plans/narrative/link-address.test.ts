import { expect, test } from 'vitest';
import { linkAddress } from './link-address';

test('a complete address stays as it is', () => {
  expect(linkAddress(' https://www.who.int/a?b=1#c ')).toBe('https://www.who.int/a?b=1#c');
  expect(linkAddress('mailto:plan@msanp.example')).toBe('mailto:plan@msanp.example');
});

test('what people leave out is added', () => {
  expect(linkAddress('www.who.int/uhc')).toBe('https://www.who.int/uhc');
  expect(linkAddress('concord.example:3000/w')).toBe('https://concord.example:3000/w');
  expect(linkAddress('plan@msanp.example')).toBe('mailto:plan@msanp.example');
});

test('what could run code or is no address is refused', () => {
  for (const text of [
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'see annex 3',
    'annex',
  ])
    expect(linkAddress(text), text).toBeNull();
});
