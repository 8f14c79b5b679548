// Reads every import of the project and says which rule of the design's direction of imports is broken, and where.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const SOURCES = ['electron', 'renderer', 'shared', 'resources'];

type Import = { from: string; to: string; typeOnly: boolean };

/** Which room a file is in; the order of ROOMS is the order in which a file is asked. */
const ROOMS: readonly [string, RegExp][] = [
  ['entry', /^electron\/(main|preload|cli|store-worker)\.ts$/],
  ['shell', /^electron\/shell\//],
  ['ipc', /^electron\/ipc\//],
  ['command-line', /^electron\/command-line\//],
  ['app', /^electron\/app\//],
  ['adapter', /^electron\/(oracle|rman|runners|store)\//],
  ['service', /^electron\//],
  ['renderer', /^renderer\//],
  ['shared', /^shared\//],
  ['simulator', /^resources\/rman-simulator\//],
];
const roomOf = (file: string): string => ROOMS.find(([, pattern]) => pattern.test(file))?.[0] ?? 'outside';

/** Scripts that the bundler puts in as text. */
const isScript = (to: string): boolean => /^resources\/sql\/.*\.sql\?raw$/.test(to);

type Rule = { name: string; breaks(entry: Import): boolean };

const isPackage = (to: string): boolean => !/^(electron|renderer|shared|resources|test|scripts)\//.test(to);
const packageName = (to: string): string => to.replace(/^(@[^/]+\/[^/]+|[^/]+).*$/, '$1');
const featureOf = (file: string): string | undefined => /^renderer\/features\/([^/]+)\//.exec(file)?.[1];
const serviceOf = (file: string): string | undefined =>
  roomOf(file) === 'service' ? file.split('/')[1] : undefined;

/** What one folder of shared may import beside zod: calendars and time zones are not to be written twice. */
const SCHEDULE_PACKAGES = ['croner', 'temporal-polyfill'];
const isFreeToShared = (from: string, to: string): boolean =>
  packageName(to) === 'zod' || (from.startsWith('shared/schedule/') && SCHEDULE_PACKAGES.includes(packageName(to)));

const RULES: readonly Rule[] = [
  {
    name: 'shared imports zod and itself only, its schedules also cron and time zones',
    breaks: ({ from, to }) =>
      roomOf(from) === 'shared' && (isPackage(to) ? !isFreeToShared(from, to) : roomOf(to) !== 'shared'),
  },
  {
    name: 'renderer imports neither electron, node: nor main',
    breaks: ({ from, to }) =>
      roomOf(from) === 'renderer' &&
      (to === 'electron' || to.startsWith('node:') || (!isPackage(to) && !/^(renderer|shared)\//.test(to))),
  },
  {
    name: 'features of the renderer never import each other',
    breaks: ({ from, to }) =>
      featureOf(from) !== undefined && featureOf(to) !== undefined && featureOf(from) !== featureOf(to),
  },
  {
    name: 'only the shell and the entries import electron',
    breaks: ({ from, to }) => to === 'electron' && !['shell', 'entry'].includes(roomOf(from)),
  },
  {
    name: 'only electron/store imports better-sqlite3',
    breaks: ({ from, to }) => to === 'better-sqlite3' && !from.startsWith('electron/store/'),
  },
  {
    name: 'only electron/rman imports child_process',
    breaks: ({ from, to }) =>
      /^(node:)?child_process$/.test(to) && !from.startsWith('electron/rman/') && roomOf(from) !== 'simulator',
  },
  {
    name: 'only electron/oracle imports oracledb',
    breaks: ({ from, to }) => to === 'oracledb' && !from.startsWith('electron/oracle/'),
  },
  {
    name: 'only electron/oracle reads the SQL scripts',
    breaks: ({ from, to }) => isScript(to) && !from.startsWith('electron/oracle/'),
  },
  {
    name: 'adapters import ports and shared, never services, ipc or the shell',
    breaks: ({ from, to }) =>
      roomOf(from) === 'adapter' &&
      !isPackage(to) &&
      !['shared', 'app'].includes(roomOf(to)) &&
      !isScript(to) &&
      to.split('/')[1] !== from.split('/')[1],
  },
  {
    name: 'services import neither ipc, shell nor other services than by compose',
    breaks: ({ from, to, typeOnly }) =>
      roomOf(from) === 'service' &&
      (['shell', 'ipc', 'entry', 'command-line'].includes(roomOf(to)) ||
        (!typeOnly && serviceOf(to) !== undefined && serviceOf(to) !== serviceOf(from))),
  },
  {
    name: 'ipc imports no shell and no adapter',
    breaks: ({ from, to }) => roomOf(from) === 'ipc' && ['shell', 'adapter', 'entry'].includes(roomOf(to)),
  },
  {
    name: 'nobody imports tests',
    breaks: ({ to }) => to.startsWith('test/'),
  },
  {
    name: 'the simulator shares no code with the product',
    breaks: ({ from, to }) => {
      const inside = roomOf(from) === 'simulator';
      if (inside) return isPackage(to) ? !to.startsWith('node:') : roomOf(to) !== 'simulator';
      return roomOf(to) === 'simulator' && roomOf(from) !== 'entry';
    },
  },
];

function filesBelow(directory: string): string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern = /^\s*(?:import|export)\s(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map((match) => {
    const to = match[2] ?? match[3] ?? match[4] ?? '';
    const target = to.startsWith('.') ? relative(root, resolve(root, dirname(file), to)) : to;
    return { from: file, to: target, typeOnly: match[1] !== undefined };
  });
}

const imports = SOURCES.flatMap(filesBelow).flatMap(importsOf);

describe('direction of imports', () => {
  test('the reader of imports sees the project', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports).toContainEqual({ from: 'electron/preload.ts', to: 'electron', typeOnly: false });
  });

  test.each(RULES)('$name', ({ breaks }) => {
    expect(imports.filter(breaks).map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('each rule can be broken', () => {
    const examples: Import[] = [
      { from: 'shared/domain/run.ts', to: 'node:fs', typeOnly: false },
      { from: 'renderer/app/shell.tsx', to: 'electron/app/compose.ts', typeOnly: false },
      { from: 'renderer/features/runs/list.tsx', to: 'renderer/features/overview/page.tsx', typeOnly: false },
      { from: 'electron/runs/conduct.ts', to: 'electron', typeOnly: false },
      { from: 'electron/runs/conduct.ts', to: 'better-sqlite3', typeOnly: false },
      { from: 'electron/runs/conduct.ts', to: 'node:child_process', typeOnly: false },
      { from: 'electron/runs/conduct.ts', to: 'oracledb', typeOnly: false },
      { from: 'electron/sync/send.ts', to: 'resources/sql/log-tables/0001-first.sql?raw', typeOnly: false },
      { from: 'electron/store/open.ts', to: 'electron/runs/conduct.ts', typeOnly: false },
      { from: 'electron/runs/conduct.ts', to: 'electron/targets/check.ts', typeOnly: false },
      { from: 'electron/ipc/router.ts', to: 'electron/store/open.ts', typeOnly: false },
      { from: 'electron/runs/conduct.ts', to: 'test/support/clock.ts', typeOnly: false },
      { from: 'shared/rman/render-script.ts', to: 'resources/rman-simulator/lexer.ts', typeOnly: false },
    ];
    expect(RULES[0]?.breaks({ from: 'shared/domain/run.ts', to: 'croner', typeOnly: false })).toBe(true);
    RULES.forEach((rule, index) => expect(rule.breaks(examples[index] as Import), rule.name).toBe(true));
  });
});
