// The addresses of the window: pages, what they show, and their spelling behind the `#`. Pure; knows no page.

/** Pages and their path; `true` when the path ends in an id. */
const PAGES = {
  overview: { path: '', id: false },
  targets: { path: 'databases', id: false },
  target: { path: 'databases', id: true },
  /** What a database says of itself. */
  database: { path: 'database', id: true },
  strategies: { path: 'strategies', id: false },
  strategy: { path: 'strategies', id: true },
  runs: { path: 'runs', id: false },
  run: { path: 'runs', id: true },
  calendar: { path: 'calendar', id: false },
  readiness: { path: 'readiness', id: false },
  log: { path: 'log', id: false },
  settings: { path: 'settings', id: false },
} as const;

export type Page = keyof typeof PAGES;

/** Where the window is. `id` is `new` on the page of something that does not exist yet. */
export type Route = { page: Page; id: string | null; query: Readonly<Record<string, string>> };

/** A route from its parts. */
export function route(page: Page, id: string | null = null, query: Record<string, string> = {}): Route {
  return { page, id: PAGES[page].id ? id : null, query };
}

/** The spelling of a route, `#/runs/ID?line=7`. */
export function hashOf({ page, id, query }: Route): string {
  const path = [PAGES[page].path, id === null ? '' : encodeURIComponent(id)].filter(Boolean).join('/');
  const search = new URLSearchParams(query).toString();
  return `#/${path}${search === '' ? '' : `?${search}`}`;
}

/** Reads an address; anything unknown is the overview. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [head = '', rest] = path.split('/', 2);
  const query = Object.fromEntries(new URLSearchParams(search));
  for (const [page, shape] of Object.entries(PAGES) as [Page, (typeof PAGES)[Page]][]) {
    if (shape.path === head && shape.id === Boolean(rest)) return route(page, rest ? decoded(rest) : null, query);
  }
  return route('overview');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
