// The data dictionary that follows from the model itself: USER_…, ALL_…, DBA_…, SESSION_…, DUAL, V$VERSION.
import { DATE, NUMBER, text, time, type SqlType, type Value } from '../values/value.ts';
import { keyOfName, type Catalogue, type CatalogueObject, type DictionaryView } from './catalogue.ts';
import { canSee, isRole, privilegesOf } from './privileges.ts';
import { type Run } from './run.ts';
import { type Table } from './table.ts';

type Fact = { schema: string; values: Value[] };
type Listing = { name: string; columns: [string, SqlType][]; facts: (object: CatalogueObject, run: Run) => Fact[] };

const name = text(128);
const onTable = (object: CatalogueObject, make: (table: Table) => Value[][]): Fact[] =>
  object.kind === 'table' ? make(object).map((values) => ({ schema: object.schema, values })) : [];

/** Columns of tables and views. */
function columnFacts(object: CatalogueObject): Fact[] {
  if (object.kind !== 'table' && object.kind !== 'view') return [];
  const columns =
    object.kind === 'table'
      ? object.columns
      : object.described.map((one) => ({ ...one, nullable: true, defaultText: null }));
  return columns
    .map((column, place): Value[] => [
      object.name,
      column.name,
      column.type.name.startsWith('TIMESTAMP')
        ? column.type.name.replace('TIMESTAMP', `TIMESTAMP(${column.type.scale ?? 6})`)
        : column.type.name,
      column.type.size ?? (column.type.name === 'NUMBER' ? 22 : 11),
      column.type.precision ?? null,
      column.type.scale ?? null,
      column.nullable ? 'Y' : 'N',
      place + 1,
      column.type.characters ? (column.type.size ?? 0) : 0,
      column.type.name === 'VARCHAR2' ? (column.type.characters ? 'C' : 'B') : null,
      column.defaultText,
    ])
    .map((values) => ({ schema: object.schema, values }));
}

function constraintFacts(object: CatalogueObject): Fact[] {
  const letters = { primary: 'P', unique: 'U', foreign: 'R', check: 'C' } as const;
  return onTable(object, (table) =>
    table.constraints.map((one) => [
      one.name,
      letters[one.kind],
      table.name,
      one.kind === 'check' ? one.text : null,
      'ENABLED',
      one.generated ? 'GENERATED NAME' : 'USER NAME',
    ]),
  );
}

const LISTINGS: Listing[] = [
  {
    name: 'TABLES',
    columns: [
      ['TABLE_NAME', name],
      ['TABLESPACE_NAME', name],
      ['STATUS', text(8)],
      ['NUM_ROWS', NUMBER],
    ],
    facts: (object) => onTable(object, (table) => [[table.name, 'USERS', 'VALID', null]]),
  },
  {
    name: 'TAB_COLUMNS',
    columns: [
      ['TABLE_NAME', name],
      ['COLUMN_NAME', name],
      ['DATA_TYPE', name],
      ['DATA_LENGTH', NUMBER],
      ['DATA_PRECISION', NUMBER],
      ['DATA_SCALE', NUMBER],
      ['NULLABLE', text(1)],
      ['COLUMN_ID', NUMBER],
      ['CHAR_LENGTH', NUMBER],
      ['CHAR_USED', text(1)],
      ['DATA_DEFAULT', text(4000)],
    ],
    facts: columnFacts,
  },
  {
    name: 'OBJECTS',
    columns: [
      ['OBJECT_NAME', name],
      ['OBJECT_TYPE', text(23)],
      ['STATUS', text(7)],
      ['CREATED', DATE],
      ['LAST_DDL_TIME', DATE],
    ],
    facts: (object) => {
      const created = 'created' in object ? time(Math.floor(object.created / 1000) * 1000) : null;
      return [
        {
          schema: object.schema,
          values: [
            object.name,
            object.kind === 'dictionary' ? 'VIEW' : object.kind.toUpperCase(),
            'VALID',
            created,
            created,
          ],
        },
      ];
    },
  },
  {
    name: 'VIEWS',
    columns: [
      ['VIEW_NAME', name],
      ['TEXT', text(4000)],
    ],
    facts: (object) =>
      object.kind === 'view' ? [{ schema: object.schema, values: [object.name, object.text.slice(0, 4000)] }] : [],
  },
  {
    name: 'SEQUENCES',
    columns: [
      ['SEQUENCE_NAME', name],
      ['INCREMENT_BY', NUMBER],
      ['LAST_NUMBER', NUMBER],
    ],
    facts: (object) =>
      object.kind === 'sequence' ? [{ schema: object.schema, values: [object.name, object.step, object.next] }] : [],
  },
  {
    name: 'SYNONYMS',
    columns: [
      ['SYNONYM_NAME', name],
      ['TABLE_OWNER', name],
      ['TABLE_NAME', name],
      ['DB_LINK', name],
    ],
    facts: (object) =>
      object.kind === 'synonym'
        ? [{ schema: object.schema, values: [object.name, object.target.schema, object.target.name, null] }]
        : [],
  },
  {
    name: 'INDEXES',
    columns: [
      ['INDEX_NAME', name],
      ['TABLE_NAME', name],
      ['UNIQUENESS', text(9)],
      ['STATUS', text(8)],
    ],
    facts: (object) =>
      onTable(object, (table) =>
        table.indexes
          .filter((index) => !index.name.endsWith('$FK'))
          .map((index) => [index.name, table.name, index.unique ? 'UNIQUE' : 'NONUNIQUE', 'VALID']),
      ),
  },
  {
    name: 'CONSTRAINTS',
    columns: [
      ['CONSTRAINT_NAME', name],
      ['CONSTRAINT_TYPE', text(1)],
      ['TABLE_NAME', name],
      ['SEARCH_CONDITION', text(4000)],
      ['STATUS', text(8)],
      ['GENERATED', text(14)],
    ],
    facts: constraintFacts,
  },
  {
    name: 'CONS_COLUMNS',
    columns: [
      ['CONSTRAINT_NAME', name],
      ['TABLE_NAME', name],
      ['COLUMN_NAME', name],
      ['POSITION', NUMBER],
    ],
    facts: (object) =>
      onTable(object, (table) =>
        table.constraints.flatMap((one) =>
          one.kind === 'check'
            ? []
            : one.columns.map((place, at) => [one.name, table.name, table.columns[place]!.name, at + 1]),
        ),
      ),
  },
  {
    name: 'TAB_COMMENTS',
    columns: [
      ['TABLE_NAME', name],
      ['TABLE_TYPE', text(11)],
      ['COMMENTS', text(4000)],
    ],
    facts: (object) =>
      object.kind === 'table' || object.kind === 'view'
        ? [{ schema: object.schema, values: [object.name, object.kind.toUpperCase(), object.comment] }]
        : [],
  },
  {
    name: 'COL_COMMENTS',
    columns: [
      ['TABLE_NAME', name],
      ['COLUMN_NAME', name],
      ['COMMENTS', text(4000)],
    ],
    facts: (object) =>
      object.kind === 'view'
        ? [...object.columnComments].map(([column, comment]) => ({
            schema: object.schema,
            values: [object.name, column, comment],
          }))
        : onTable(object, (table) => table.columns.map((column) => [table.name, column.name, column.comment])),
  },
];

export function addDictionaryView(
  catalogue: Catalogue,
  viewName: string,
  columns: [string, SqlType][],
  rows: DictionaryView['rows'],
  isPublic: boolean,
): void {
  catalogue.objects.set(keyOfName('SYS', viewName), {
    kind: 'dictionary',
    schema: 'SYS',
    name: viewName,
    columns: columns.map(([column, type]) => ({ name: column, type })),
    rows,
    isPublic,
  });
}

function addListing(catalogue: Catalogue, listing: Listing): void {
  const facts = (run: Run): Fact[] =>
    [...catalogue.objects.values()]
      .filter((object) => object.kind !== 'dictionary')
      .flatMap((object) => listing.facts(object, run));
  const owner: [string, SqlType] = ['OWNER', name];
  addDictionaryView(
    catalogue,
    `USER_${listing.name}`,
    listing.columns,
    (run) =>
      facts(run)
        .filter((fact) => fact.schema === run.session.user)
        .map((fact) => fact.values),
    true,
  );
  const withOwner = (all: Fact[]) => all.map((fact) => [fact.schema, ...fact.values]);
  addDictionaryView(
    catalogue,
    `DBA_${listing.name}`,
    [owner, ...listing.columns],
    (run) => withOwner(facts(run)),
    false,
  );
  addDictionaryView(
    catalogue,
    `ALL_${listing.name}`,
    [owner, ...listing.columns],
    (run) => {
      const seen = [...catalogue.objects.values()].filter(
        (object) => object.kind !== 'dictionary' && canSee(catalogue, run.session, object),
      );
      return withOwner(seen.flatMap((object) => listing.facts(object, run)));
    },
    true,
  );
}

export function addDictionary(catalogue: Catalogue): void {
  for (const listing of LISTINGS) addListing(catalogue, listing);
  addDictionaryView(catalogue, 'DUAL', [['DUMMY', text(1)]], () => [['X']], true);
  addDictionaryView(
    catalogue,
    'SESSION_PRIVS',
    [['PRIVILEGE', text(40)]],
    (run) =>
      [...privilegesOf(catalogue, run.session).system]
        .filter((one) => !isRole(catalogue, one))
        .sort()
        .map((one) => [one]),
    true,
  );
  addDictionaryView(
    catalogue,
    'SESSION_ROLES',
    [['ROLE', name]],
    (run) =>
      [...privilegesOf(catalogue, run.session).system]
        .filter((one) => isRole(catalogue, one))
        .sort()
        .map((one) => [one]),
    true,
  );
  addDictionaryView(
    catalogue,
    'ALL_USERS',
    [
      ['USERNAME', name],
      ['USER_ID', NUMBER],
      ['CREATED', DATE],
    ],
    () => [...catalogue.accounts.keys()].map((user, place) => [user, 100 + place, null]),
    true,
  );
  addDictionaryView(
    catalogue,
    'USER_USERS',
    [
      ['USERNAME', name],
      ['USER_ID', NUMBER],
      ['ACCOUNT_STATUS', text(32)],
      ['DEFAULT_TABLESPACE', name],
    ],
    (run) => [[run.session.user, run.session.id, 'OPEN', 'USERS']],
    true,
  );
  addDictionaryView(
    catalogue,
    'PRODUCT_COMPONENT_VERSION',
    [
      ['PRODUCT', text(80)],
      ['VERSION', text(80)],
      ['VERSION_FULL', text(80)],
      ['STATUS', text(80)],
    ],
    () => [['Oracle Database Enterprise Edition', catalogue.databaseVersion, catalogue.databaseVersion, 'Production']],
    true,
  );
  addVersion(catalogue);
}

const MARKETING: Record<string, string> = { '11': '11g', '12': '12c', '23': '23ai' };

/** One banner as the release writes it: 18c and later name the release in it, and the update in BANNER_FULL. */
function addVersion(catalogue: Catalogue): void {
  const [major = '0'] = catalogue.databaseVersion.split('.');
  const isOld = Number(major) < 18;
  const banner = (version: string): string =>
    [
      `Oracle Database ${MARKETING[major] ?? `${major}c`} Enterprise Edition Release ${version}`,
      isOld ? '64bit Production' : 'Production',
    ].join(' - ');
  const short = banner(isOld ? catalogue.databaseVersion : `${major}.0.0.0.0`);
  const full = `${banner(`${major}.0.0.0.0`)}\nVersion ${catalogue.databaseVersion}`;
  const columns: [string, SqlType, Value][] = [['BANNER', text(80), short]];
  if (!isOld) columns.push(['BANNER_FULL', text(160), full]);
  if (Number(major) >= 12) columns.push(['CON_ID', NUMBER, 0]);
  const shape = columns.map(([column, type]): [string, SqlType] => [column, type]);
  addDictionaryView(catalogue, 'V$VERSION', shape, () => [columns.map(([, , value]) => value)], true);
}
