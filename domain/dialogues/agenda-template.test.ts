import { expect, it } from 'vitest';
import { agendaTemplates, isTemplate } from './agenda-template';
import { dialogueTypes } from './kinds';

it('each kind of dialogue has a template, of an hour to half a day, that names no item twice', () => {
  for (const type of dialogueTypes) {
    const items = agendaTemplates[type];
    expect(new Set(items.map(({ word }) => word)).size).toBe(items.length);
    const minutes = items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0);
    expect(minutes).toBeGreaterThanOrEqual(60);
    expect(minutes).toBeLessThanOrEqual(240);
  }
});

it('a technical dialogue opens, looks back, discusses, decides and says what is next', () => {
  expect(agendaTemplates.technical_dialogue.map(({ word, purpose }) => [word, purpose])).toEqual([
    ['opening', 'information'],
    ['followUp', 'information'],
    ['discussion', 'discussion'],
    ['decision', 'decision'],
    ['nextSteps', 'information'],
  ]);
});

it('a template is known by its kind, and nothing else is one', () => {
  expect(['webinar', 'toString', ''].map(isTemplate)).toEqual([true, false, false]);
});
