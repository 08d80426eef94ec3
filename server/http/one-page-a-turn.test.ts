import type { NextFunction, Request, Response } from 'express';
import { expect, it } from 'vitest';
import { onePageATurn } from './one-page-a-turn';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function ask(
  handler: ReturnType<typeof onePageATurn>,
  res: { destroyed: boolean },
  next: NextFunction,
): void {
  void handler({} as Request, res as Response, next);
}

it('what else waits for the loop comes between two pages, and all pages come in order', async () => {
  const seen: string[] = [];
  const handler = onePageATurn();
  for (const page of ['first', 'second', 'third']) ask(handler, { destroyed: false }, () => seen.push(page));
  expect(seen).toEqual([]);
  while (seen.length < 6) {
    await turn();
    seen.push('an edit');
  }
  expect(seen).toEqual(['first', 'an edit', 'second', 'an edit', 'third', 'an edit']);
});

it('a page that comes later begins in the next turn', async () => {
  const seen: string[] = [];
  const handler = onePageATurn();
  ask(handler, { destroyed: false }, () => seen.push('first'));
  await turn();
  ask(handler, { destroyed: false }, () => seen.push('second'));
  await turn();
  expect(seen).toEqual(['first', 'second']);
});

it('nothing is rendered for whoever has left, and the others get their pages', async () => {
  const seen: string[] = [];
  const handler = onePageATurn();
  const gone = { destroyed: false };
  ask(handler, { destroyed: false }, () => seen.push('first'));
  ask(handler, gone, () => seen.push('gone'));
  ask(handler, { destroyed: false }, () => seen.push('third'));
  gone.destroyed = true;
  for (let turns = 0; turns < 3; turns++) await turn();
  expect(seen).toEqual(['first', 'third']);
});
