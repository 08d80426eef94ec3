import { describe, expect, it } from 'vitest';
import { activityFile, chunksOf, transactionText } from '#tests/factories/iati';
import { type Activity, readIati } from '../partners/iati';
import { differencesOf, mergeRecord, outcomeOf } from './differences';

async function activityOf(inner: string): Promise<Activity> {
  for await (const event of readIati(chunksOf(activityFile(inner), 1000)))
    if (event.kind === 'activity') return event.activity;
  throw new Error('no activity');
}

const nothingByHand = new Set<string>();

describe('the differences of a record', () => {
  it('are none for the same content on other lines and with its keys in another order', async () => {
    const held = await activityOf(transactionText({}));
    const coming = await activityOf(`\n\n${transactionText({})}`);
    const reordered = Object.fromEntries(Object.entries(held).reverse()) as unknown as Activity;
    expect(differencesOf(coming, reordered, nothingByHand)).toEqual({});
  });

  it('are named by field with both sides', async () => {
    const held = await activityOf(transactionText({}));
    const coming = await activityOf(transactionText({ value: '<value>2</value>' }));
    const differences = differencesOf(coming, held, nothingByHand);
    expect(Object.keys(differences)).toEqual(['transactions']);
    expect(outcomeOf(differences)).toBe('changed');
  });

  it('conflict where a person set that very field since, and only there', async () => {
    const held = await activityOf(transactionText({}));
    const coming = await activityOf(transactionText({ value: '<value>2</value>' }));
    expect(outcomeOf(differencesOf(coming, held, new Set(['facts'])))).toBe('conflicting');
    expect(outcomeOf(differencesOf(coming, held, new Set(['title'])))).toBe('changed');
  });

  it('a rejected field stays as it is held, and the others come', async () => {
    const held = await activityOf('<activity-status code="1"/>');
    const coming = await activityOf(`<activity-status code="2"/>${transactionText({})}`);
    const merged = mergeRecord(coming, held, ['status']);
    expect(merged.status).toBe('1');
    expect(merged.transactions).toHaveLength(1);
  });

  it('a newer date of the record alone changes nothing', async () => {
    const held = await activityOf('');
    const differences = differencesOf({ ...held, lastUpdated: '2026-01-01' }, held, nothingByHand);
    expect(outcomeOf(differences)).toBe('unchanged');
  });
});
