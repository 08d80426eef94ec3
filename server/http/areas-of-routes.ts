import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

/**
 * The parts of a build that an address can match, so that Remix, which ranks and compiles every route anew for each
 * request, is not given those that it cannot. Below `/w/<slug>` the third segment decides; everything outside is one
 * area. An address is matched by its area's part just as by the whole build.
 */
export function makeAreas(build: ServerBuild): (pathname: string) => ServerBuild {
  const areaOfRoute = new Map(
    Object.keys(build.routes).map((id) => [id, areaOf(fullPath(build.routes, id))]),
  );
  const known = new Set(areaOfRoute.values());
  const parts = new Map<string, ServerBuild>();

  return (pathname) => {
    // Whatever is written in an unusual way is left to the whole.
    if (pathname.includes('%') || pathname.includes('//')) return build;
    const wanted = areaOf(pathname.replace(/\.data$/, ''));
    const area = known.has(wanted) ? wanted : anyWorkspacePage;
    let part = parts.get(area);
    if (!part) {
      part = partOf(build, (id) => areaOfRoute.get(id) === area);
      parts.set(area, part);
    }
    return part;
  };
}

const outsideWorkspaces = '/';
/** The overview of a workspace, and the area of addresses that no route of a workspace has. */
const anyWorkspacePage = '';

function areaOf(path: string): string {
  const [, first = '', , third = anyWorkspacePage] = path.toLowerCase().split('/');
  return first === 'w' ? third : outsideWorkspaces;
}

function fullPath(routes: Routes, id: string): string {
  const route = routes[id];
  if (!route) return '';
  const above = route.parentId === undefined ? '' : fullPath(routes, route.parentId);
  return route.path ? `${above}/${route.path}` : above;
}

/** With the routes wanted, those that they are shown within, and the page for addresses that nothing has. */
function partOf(build: ServerBuild, isWanted: (id: string) => boolean): ServerBuild {
  const kept = new Set(['routes/$']);
  for (let id of Object.keys(build.routes).filter(isWanted)) {
    for (;;) {
      kept.add(id);
      const parent = build.routes[id]?.parentId;
      if (parent === undefined) break;
      id = parent;
    }
  }
  kept.add('root');
  const only = <T>(all: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
