import { expect, it } from 'vitest';
import en from '#app/i18n/catalogues/en/meetings.json';
import { agendaTemplates } from '#domain/dialogues/agenda-template';

it('every item of every template has a title, and no title is left over', () => {
  const words = Object.entries(agendaTemplates).map(([type, items]) => [type, items.map(({ word }) => word)]);
  const titled = Object.entries(en.template).map(([type, titles]) => [type, Object.keys(titles)]);
  expect(titled).toEqual(expect.arrayContaining(words));
  expect(words).toHaveLength(titled.length);
});
