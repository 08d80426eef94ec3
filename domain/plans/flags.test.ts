import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ActionId, InstitutionId } from '../ids';
import { actionFlags, addAction, addLine, addSupporter, readPlan } from './index';

const reading = { language: 'fr', calendars: [] } as const;

describe('flags of an action', () => {
  it('name each field that does not read, with what was typed', () => {
    const doc = new Y.Doc();
    const id = 'a' as ActionId;
    addAction(doc, { id, start: 'bientôt', end: '2026', lead: { institutionId: null, text: 'MinSan' } });
    addSupporter(doc, id, { id: 's', institutionId: 'i1' as InstitutionId, text: '' });
    addLine(doc, id, 'costs', { id: 'c', year: '26', amount: '5 EUR', currency: 'USD' });
    addLine(doc, id, 'funding', { id: 'f', year: '', amount: 'beaucoup', currency: 'USD', text: '' });
    const [action] = readPlan(doc).actions;
    expect(actionFlags(action!, reading)).toEqual([
      { field: 'start', code: 'not_read', value: 'bientôt' },
      { field: 'lead', code: 'unresolved', value: 'MinSan' },
      { field: 'costs.c.year', code: 'not_read', value: '26' },
      { field: 'costs.c.currency', code: 'currency_differs', value: 'USD' },
      { field: 'funding.f.amount', code: 'not_read', value: 'beaucoup' },
    ]);
    expect(actionFlags(action!, reading, new Set()).map(({ field }) => field)).toContain('supporters.s');
  });

  it('see an end before the start, and nothing in what is left empty', () => {
    const doc = new Y.Doc();
    addAction(doc, { id: 'a' as ActionId, start: 'T3 2026', end: 'mars 2026' });
    addAction(doc, { id: 'b' as ActionId, start: '2026', end: 'T1 2026' });
    addAction(doc, { id: 'c' as ActionId });
    const flags = readPlan(doc).actions.map((action) => actionFlags(action, reading).map(({ code }) => code));
    expect(flags).toEqual([['end_before_start'], [], []]);
  });
});
