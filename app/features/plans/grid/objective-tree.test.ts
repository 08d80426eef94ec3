import { describe, expect, it } from 'vitest';
import type { ActionId, ObjectiveId } from '#domain/ids';
import type { Action, Objective } from '#domain/plans/types';
import { placeActions, placeObjectives } from './objective-tree';

function objective(id: string, parentId: string | null, order: string): Objective {
  return {
    id: id as ObjectiveId,
    parentId: parentId as ObjectiveId | null,
    order,
    level: 'objective',
    title: id,
  };
}

describe('numbers of the plan', () => {
  it('follow the tree of objectives', () => {
    const placed = placeObjectives([
      objective('b', null, 'a1'),
      objective('a', null, 'a0'),
      objective('c', 'a', 'a2'),
      objective('d', 'a', 'a1'),
      objective('orphan', 'gone', 'a3'),
    ]);
    expect(placed.map(({ number, depth, objective }) => [number, depth, objective.id])).toEqual([
      ['1', 0, 'a'],
      ['1.1', 1, 'd'],
      ['1.2', 1, 'c'],
      ['2', 0, 'b'],
      ['3', 0, 'orphan'],
    ]);
  });

  it('go on to the actions, those without an objective last', () => {
    const action = (id: string, objectiveId: string | null, order: string) =>
      ({ id: id as ActionId, objectiveId: objectiveId as ObjectiveId | null, order }) as Action;
    const { ordered, numbers } = placeActions(
      [action('x', null, 'a0'), action('z', 'b', 'a1'), action('y', 'b', 'a0'), action('w', 'gone', 'a1')],
      placeObjectives([objective('a', null, 'a0'), objective('b', 'a', 'a0')]),
    );
    expect(ordered.map(({ id }) => `${numbers.get(id)} ${id}`)).toEqual(['1.1.1 y', '1.1.2 z', '1 x', '2 w']);
  });
});
