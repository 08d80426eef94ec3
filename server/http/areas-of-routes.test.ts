import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { expect, it } from 'vitest';
import { makeAreas } from './areas-of-routes';

const paths: Record<string, [parent: string | undefined, path: string | undefined, isIndex?: boolean]> = {
  root: [undefined, ''],
  'routes/_index': ['root', undefined, true],
  'routes/$': ['root', '*'],
  'routes/home': ['root', 'home'],
  'routes/admin': ['root', 'admin'],
  'routes/admin.institutions': ['routes/admin', 'institutions'],
  'routes/w.$slug': ['root', 'w/:slug'],
  'routes/w.$slug._index': ['routes/w.$slug', undefined, true],
  'routes/w.$slug.plans._index': ['routes/w.$slug', 'plans', true],
  'routes/w.$slug.plans.$planId': ['routes/w.$slug', 'plans/:planId'],
  'routes/w.$slug.plans.$planId.actions': ['routes/w.$slug.plans.$planId', 'actions'],
  'routes/w.$slug.plans_.$planId.export': ['routes/w.$slug', 'plans/:planId/export'],
  'routes/w.$slug.members[.]csv': ['routes/w.$slug', 'members.csv'],
  'routes/w.$slug_.dialogues.$id.room': ['root', 'w/:slug/dialogues/:id/room'],
  'routes/w.$slug.dialogues.$id': ['routes/w.$slug', 'dialogues/:id'],
};

const build = {
  routes: Object.fromEntries(
    Object.entries(paths).map(([id, [parentId, path, index]]) => [id, { id, parentId, path, index }]),
  ),
  assets: { routes: Object.fromEntries(Object.keys(paths).map((id) => [id, { id }])) },
} as unknown as ServerBuild;

function routesBelow({ routes }: ServerBuild, parent?: string): Parameters<typeof matchRoutes>[0] {
  return Object.values(routes)
    .filter((route) => route?.parentId === parent)
    .map((route) =>
      route?.index
        ? { id: route.id, path: route.path, index: true }
        : { id: route?.id, path: route?.path, children: routesBelow({ routes } as ServerBuild, route?.id) },
    );
}

const matched = (part: ServerBuild, pathname: string) =>
  matchRoutes(routesBelow(part), pathname)?.map(({ route, params }) => [route.id, params]);

const addresses = [
  ...['/', '/home', '/HOME/', '/nowhere', '/nowhere/at/all', '/admin', '/admin/institutions', '/w', '/w/'],
  ...[
    '/w/mdg',
    '/W/mdg/',
    '/w/mdg/plans',
    '/w/mdg/Plans/1/ACTIONS',
    '/w/mdg/plans/1/export',
    '/w/mdg/plans/1',
  ],
  ...['/w/mdg/members.csv', '/w/mdg/members', '/w/mdg/nothing', '/w/mdg/plans/1/2/3', '/w/plans/plans'],
  ...[
    '/w/mdg/dialogues/1/room',
    '/w/mdg/dialogues/1',
    '/w/mdg/pl%61ns',
    '//w/mdg//plans',
    '/w/mdg/constructor',
  ],
];

it.each(addresses)('%s is matched by its area just as by all routes', (pathname) => {
  expect(matched(makeAreas(build)(pathname), pathname)).toEqual(matched(build, pathname));
});

it('an address with data asked for has the area of its page', () => {
  const areas = makeAreas(build);
  expect(areas('/w/mdg/plans/1.data')).toBe(areas('/w/mdg/plans/1'));
  expect(areas('/w/mdg/plans.data')).toBe(areas('/w/mdg/plans'));
  expect(areas('/w/mdg.data')).toBe(areas('/w/mdg'));
});

it('an area leaves out what its addresses cannot match, also from the list of assets', () => {
  const { routes, assets } = makeAreas(build)('/w/mdg/plans');
  expect(Object.keys(routes)).not.toContain('routes/admin');
  expect(Object.keys(routes)).not.toContain('routes/w.$slug.members[.]csv');
  expect(Object.keys(assets.routes).sort()).toEqual(Object.keys(routes).sort());
});
