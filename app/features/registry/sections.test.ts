import { expect, it } from 'vitest';
import { isInRegistry } from './sections';

it('knows its own pages by their address', () => {
  for (const path of [
    '/w/mdg/partners',
    '/w/mdg/partners/1/mandates',
    '/w/mdg/matrix',
    '/w/x/calendar/feeds',
  ])
    expect([path, isInRegistry(path)]).toEqual([path, true]);
  for (const path of ['/w/mdg', '/w/mdg/plans/1', '/w/partners', '/home', '/w/mdg/members'])
    expect([path, isInRegistry(path)]).toEqual([path, false]);
});
