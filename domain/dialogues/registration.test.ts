import { expect, it } from 'vitest';
import { dialogueTypes } from './kinds';
import { countByInstitution, type Registrable, registrationState } from './registration';

const startsAt = '2026-03-02T06:00:00.000Z';
const startsMs = Date.parse(startsAt);
const webinar: Registrable = {
  ...{ type: 'webinar', visibility: 'public', startsAt },
  registration: { closesAt: null, places: 2 },
  ...{ startedAt: null, endedAt: null, cancelledAt: null },
};
const stateOf = (change: Partial<Registrable>, taken = 0, nowMs = startsMs - 1) =>
  registrationState({ ...webinar, ...change }, taken, nowMs);

it('registration is open until its closing, and never once the dialogue is to begin', () => {
  expect(stateOf({})).toBe('open');
  expect(stateOf({}, 0, startsMs)).toBe('closed');
  const closesAt = '2026-03-01T00:00:00.000Z';
  const registration = { closesAt, places: null };
  expect(stateOf({ registration }, 0, Date.parse(closesAt) - 1)).toBe('open');
  expect(stateOf({ registration }, 0, Date.parse(closesAt))).toBe('closed');
  const late = { closesAt: '2026-04-01T00:00:00.000Z', places: null };
  expect(stateOf({ registration: late }, 0, startsMs)).toBe('closed');
});

it('it is closed for what began early, has ended or was cancelled', () => {
  for (const what of ['startedAt', 'endedAt', 'cancelledAt'] as const)
    expect(stateOf({ [what]: '2026-03-01T00:00:00.000Z' })).toBe('closed');
});

it('it is full with the last place, and without a number never', () => {
  expect([stateOf({}, 1), stateOf({}, 2)]).toEqual(['open', 'full']);
  expect(stateOf({ registration: { closesAt: null, places: null } }, 9_999)).toBe('open');
});

it('there is none without rules, without a public page, or where delegations sit', () => {
  expect(stateOf({ registration: null })).toBe('none');
  expect(stateOf({ visibility: 'members' })).toBe('none');
  const open = dialogueTypes.filter((type) => stateOf({ type }) === 'open');
  expect(open).toEqual(['training', 'webinar']);
});

it('people are counted by institution, however it is written', () => {
  const person = (institution: string, attendance: 'present' | 'absent' | null) => ({
    institution,
    attendance,
  });
  expect(
    countByInstitution([
      person('CNaPS', 'present'),
      person('Ministry of  Health', null),
      person('ministry of health ', 'present'),
      person('Ministry of Health', 'absent'),
    ]),
  ).toEqual([
    { institution: 'Ministry of  Health', registered: 3, present: 1, absent: 1 },
    { institution: 'CNaPS', registered: 1, present: 1, absent: 0 },
  ]);
});
