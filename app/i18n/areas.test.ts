import { expect, it } from 'vitest';
import { areaOf, areasAt } from './areas';

it('an area’s words come with its own pages only', () => {
  expect(areasAt('/w/mdg/plans/1/actions')).toEqual(['plan', 'editor']);
  expect(areasAt('/w/mdg/partners/1/mandates')).toEqual(['registry', 'institutions']);
  expect(areasAt('/w/mdg/mandates')).toEqual(['registry', 'institutions']);
  expect(areasAt('/w/mdg/partners/commitments')).toEqual(['registry', 'institutions']);
  expect(areasAt('/w/mdg/partners/1/commitments')).toEqual(['registry', 'institutions', 'money']);
  expect(areasAt('/w/mdg/partners/1/cycles')).toEqual(['registry', 'institutions', 'cycles', 'activity']);
  expect(areasAt('/w/mdg/countries/MG')).toEqual(['registry', 'institutions', 'money']);
  expect(areasAt('/w/mdg/calendar/feeds')).toEqual(['registry', 'institutions', 'cycles', 'activity']);
  expect(areasAt('/w/mdg/imports/1/problems')).toEqual(['registry', 'institutions', 'money', 'imports']);
  expect(areasAt('/w/mdg/resource-mapping')).toEqual(['registry', 'institutions', 'money', 'mapping']);
  expect(areasAt('/admin/exchange-rates')).toEqual(['money', 'institutions', 'administration']);
  expect(areasAt('/invitations/1')).toEqual(['accounts', 'invitations']);
  expect(areasAt('/w/mdg/dialogues/1/room')).toEqual(['dialogues', 'takePart']);
  expect(areasAt('/w/mdg/dialogues/1/take-part')).toEqual(['dialogues', 'sitting', 'takePart', 'answers']);
  expect(areasAt('/w/mdg/dialogues/1/console')).toEqual(['dialogues', 'sitting']);
  expect(areasAt('/w/mdg/dialogues/1/public')).toEqual(['dialogues', 'meetings']);
  expect(areasAt('/w/mdg/dialogues/1/feedback')).toEqual(['dialogues', 'feedback']);
  expect(areasAt('/w/mdg/participation')).toEqual(['dialogues', 'participation']);
  expect(areasAt('/w/mdg/dialogues')).toEqual(['dialogues', 'meetings', 'answers']);
  expect(areasAt('/w/mdg/dialogues/new')).toEqual(['dialogues', 'meetings', 'answers']);
  expect(areasAt('/w/mdg/dialogues/1')).toEqual(['dialogues', 'decisions', 'feedback', 'answers']);
  expect(areasAt('/p/mdg/dialogues/1')).toEqual(['dialogues', 'publicPages']);
  expect(areasAt('/registrations/1')).toEqual(['dialogues', 'publicPages']);
  expect(areasAt('/letters/1')).toEqual(['dialogues', 'publicPages', 'letters', 'takePart', 'answers']);
  expect(areasAt('/w/mdg/dialogues/1/letters')).toEqual(['dialogues', 'letters']);
  expect(areasAt('/w/mdg/decisions/1')).toEqual(['dialogues', 'meetings', 'decisions']);
  expect(areasAt('/w/mdg/dialogues/1/minutes')).toEqual(['dialogues', 'minutes', 'editor']);
  expect(areasAt('/account/tokens')).toEqual(['accounts', 'api']);
  expect(areasAt('/api')).toEqual(['accounts', 'api']);
  for (const path of ['/sign-in', '/setup', '/forgot-password', '/reset-password/1'])
    expect([path, areasAt(path)]).toEqual([path, ['accounts']]);
  for (const path of ['/home', '/w/mdg', '/w/mdg/', '/w/dialogues'])
    expect([path, areasAt(path)]).toEqual([path, ['activity', 'overviews']]);
  expect(areasAt('/w/mdg/activity')).toEqual(['activity']);
  for (const path of ['/w/mdg/plans', '/w/mdg/plans/new'])
    expect([path, areasAt(path)]).toEqual([path, ['plans']]);
  expect(areasAt('/w/mdg/plans/1/settings')).toEqual(['plans', 'plan', 'editor']);
  expect(areasAt('/')).toEqual([]);
  for (const path of ['/w/mdg/members', '/w/mdg/members/invite'])
    expect([path, areasAt(path)]).toEqual([path, ['members']]);
  for (const path of ['/admin', '/admin/institutions/new'])
    expect([path, areasAt(path)]).toEqual([path, ['institutions', 'administration']]);
  expect(areasAt('/w/mdg/institutions/1/edit')).toEqual(['institutions']);
  expect([areaOf('partners'), areaOf('common')]).toEqual(['registry', null]);
});
