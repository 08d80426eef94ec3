import { describe, expect, it } from 'vitest';
import { lastDecided, startingAgenda } from './starting-agenda';

const items = (...titles: string[]) =>
  titles.map((title) => ({ title, isReview: title.startsWith('review') }));
const review = { reviewed: 'd', fallback: { title: 'fallback' } };
const shown = (agenda: ReturnType<typeof startingAgenda<{ title: string }, string>>) =>
  agenda.map(({ item, reviews }) => `${item.title}${reviews ? ` of ${reviews}` : ''}`);

describe('an agenda to start with', () => {
  it('goes through the decisions first, unless it has an item for that', () => {
    expect(shown(startingAgenda(items('a', 'b'), review))).toEqual(['fallback of d', 'a', 'b']);
    expect(shown(startingAgenda(items('a', 'review', 'b'), review))).toEqual(['a', 'review of d', 'b']);
    expect(shown(startingAgenda([], review))).toEqual(['fallback of d']);
  });

  it('goes through them once, and never through those of before', () => {
    expect(shown(startingAgenda(items('review 1', 'review 2'), review))).toEqual([
      ...['review 1 of d', 'review 2'],
    ]);
    expect(shown(startingAgenda(items('review', 'a'), null))).toEqual(['review', 'a']);
  });
});

describe('the decisions that come next', () => {
  const dialogues = [
    { id: 'old', startsAt: '2026-01-01' },
    { id: 'new', startsAt: '2026-03-01' },
    { id: 'middle', startsAt: '2026-02-01' },
  ];

  it('are those of the dialogue that is copied, else the latest', () => {
    const decided = new Set(['old', 'middle']);
    expect(lastDecided(dialogues, { decided })?.id).toBe('middle');
    expect(lastDecided(dialogues, { decided, sourceId: 'old' })?.id).toBe('old');
    expect(lastDecided(dialogues, { decided, sourceId: 'new' })?.id).toBe('middle');
    expect(lastDecided(dialogues, { decided: new Set() })).toBeNull();
  });
});
