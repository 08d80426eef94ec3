import { expect, it } from 'vitest';
import { newWorkspaceSchema } from './schemas';

const filled = {
  name: 'Zambia',
  country: 'ZM',
  currency: 'ZMW',
  languages: ['en'],
  slug: 'zmb',
  startMonth: '1',
  startDay: '1',
  institutionName: 'Ministry of Health',
};

function faults(input: object): string[] | undefined {
  const issues = newWorkspaceSchema.safeParse(input).error?.issues;
  return issues?.map(({ path, message }) => `${path}: ${message}`);
}

it('a new workspace names who convenes it: a known institution or a new one, and where to invite them', () => {
  expect(faults(filled)).toBeUndefined();
  expect(faults({ ...filled, institutionName: '' })).toEqual(['institutionName: convenorInstitutionMissing']);
  expect(faults({ ...filled, institutionName: '', institutionId: 'x' })).toBeUndefined();
  expect(faults({ ...filled, convenor: 'mail' })).toEqual(['email: emailMissing']);
  expect(faults({ ...filled, convenor: 'mail', email: 'a@b.example' })).toBeUndefined();
});
