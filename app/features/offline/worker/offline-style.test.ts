import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { offlineStyle } from './offline-style';

const tokens = readFileSync(new URL('../../../ui/styles/tokens.css', import.meta.url), 'utf8');

test('the offline page wears the colours of the design system, light and dark', () => {
  const [light = '', dark = ''] = offlineStyle.split('@media (prefers-color-scheme: dark)');
  const names = coloursOf(light).map(([name]) => name);
  expect(names).toContain('paper');
  expect(coloursOf(light)).toEqual(names.map((name) => [name, tokenOf(name, 'light')]));
  expect(coloursOf(dark)).toEqual(names.map((name) => [name, tokenOf(name, 'dark')]));
});

function coloursOf(style: string): [string, string][] {
  return [...style.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name = '', colour = '']) => [name, colour]);
}

function tokenOf(name: string, theme: 'light' | 'dark'): string | undefined {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(tokens);
  return theme === 'light' ? pair?.[1] : pair?.[2];
}
