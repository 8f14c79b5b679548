// The shapes of parsed SQL. Names are folded to upper case unless they were quoted.
import { type SqlType, type Value } from '../values/value.ts';

export type Expression =
  | { kind: 'literal'; value: Value; type: SqlType }
  | { kind: 'bind'; index: number; name: string }
  | { kind: 'name'; parts: string[]; at: number; quoted: boolean }
  | {
      kind: 'call';
      name: string;
      args: Expression[];
      distinct: boolean;
      star: boolean;
      at: number;
      over: Window | null;
    }
  | { kind: 'negate'; of: Expression }
  | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/' | '||'; left: Expression; right: Expression }
  | {
      kind: 'case';
      operand: Expression | null;
      whens: { when: Expression; then: Expression }[];
      otherwise: Expression | null;
    }
  | { kind: 'cast'; of: Expression; type: SqlType }
  | { kind: 'extract'; field: string; of: Expression }
  | { kind: 'at-zone'; of: Expression; zone: Expression }
  | { kind: 'interval-of'; of: Expression }
  | { kind: 'scalar'; query: Query }
  | { kind: 'row'; items: Expression[] }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'not'; of: Expression }
  | {
      kind: 'compare';
      operator: '=' | '<>' | '<' | '<=' | '>' | '>=';
      left: Expression;
      right: Expression;
      at: number;
    }
  | { kind: 'in'; of: Expression; list: Expression[] }
  | { kind: 'in-query'; of: Expression; query: Query }
  | { kind: 'exists'; query: Query }
  | { kind: 'between'; of: Expression; low: Expression; high: Expression }
  | { kind: 'like'; of: Expression; pattern: Expression; escape: Expression | null }
  | { kind: 'is-null'; of: Expression };

export type OrderItem = { by: Expression; descending: boolean; nullsFirst: boolean | null };
export type Window = { partition: Expression[]; order: OrderItem[] };

export type TableName = { schema: string | null; name: string; at: number };

export type FromItem =
  | { kind: 'table'; table: TableName; alias: string | null }
  | { kind: 'query'; query: Query; alias: string | null }
  | {
      kind: 'join';
      join: 'inner' | 'left' | 'right' | 'full' | 'cross';
      left: FromItem;
      right: FromItem;
      on: Expression | null;
      using: string[] | null;
    };

export type SelectItem =
  { star: true; of: string | null } | { star: false; value: Expression; alias: string | null; text: string };

export type Select = {
  kind: 'select';
  distinct: boolean;
  items: SelectItem[];
  from: FromItem[];
  where: Expression | null;
  connectBy: Expression | null;
  groupBy: Expression[];
  having: Expression | null;
};
export type QueryBody =
  | Select
  | { kind: 'set'; operator: 'UNION' | 'UNION ALL' | 'MINUS' | 'INTERSECT'; left: QueryBody; right: QueryBody }
  | { kind: 'nested'; query: Query };

export type Lock = { of: string[]; wait: 'wait' | 'nowait' | 'skip' | number };

export type Query = {
  with: { name: string; columns: string[] | null; query: Query }[];
  body: QueryBody;
  orderBy: OrderItem[];
  offset: Expression | null;
  fetch: { count: Expression; percent: boolean; ties: boolean } | null;
  lock: Lock | null;
};

export type Assignment = { columns: string[]; value: Expression; at: number };
export type Returning = { values: Expression[]; into: number[] } | null;

export type ColumnDefinition = {
  name: string;
  type: SqlType;
  nullable: boolean;
  default: Expression | null;
  identity: boolean;
  /** GENERATED ALWAYS AS (…): computed from the other columns, and never written. */
  virtual: Expression | null;
};
export type ConstraintDefinition = { name: string | null } & (
  | { kind: 'primary' | 'unique'; columns: string[] }
  | {
      kind: 'foreign';
      columns: string[];
      table: TableName;
      references: string[] | null;
      onDelete: 'restrict' | 'cascade' | 'set null';
    }
  | { kind: 'check'; condition: Expression; text: string }
  | { kind: 'not null'; column: string }
);
export type TableElement =
  { column: ColumnDefinition; constraints: ConstraintDefinition[] } | { constraint: ConstraintDefinition };

export type Statement =
  | { kind: 'query'; query: Query }
  | {
      kind: 'insert';
      table: TableName;
      columns: string[] | null;
      rows: Expression[][] | null;
      query: Query | null;
      returning: Returning;
    }
  | {
      kind: 'update';
      table: TableName;
      alias: string | null;
      set: Assignment[];
      where: Expression | null;
      returning: Returning;
    }
  | { kind: 'delete'; table: TableName; alias: string | null; where: Expression | null; returning: Returning }
  | Merge
  | { kind: 'commit' }
  | { kind: 'rollback'; to: string | null }
  | { kind: 'savepoint'; name: string }
  | { kind: 'set-transaction' }
  | { kind: 'lock-table'; table: TableName; nowait: boolean }
  | { kind: 'alter-session'; name: string; value: string }
  | { kind: 'block'; block: Block }
  | Definition;

export type Merge = {
  kind: 'merge';
  table: TableName;
  alias: string | null;
  using: FromItem;
  on: Expression;
  update: { set: Assignment[]; where: Expression | null; delete: Expression | null } | null;
  insert: { columns: string[] | null; values: Expression[]; where: Expression | null } | null;
};

export type Definition =
  | { kind: 'create-table'; table: TableName; elements: TableElement[]; as: Query | null }
  | { kind: 'create-view'; table: TableName; columns: string[] | null; query: Query; text: string; replace: boolean }
  | { kind: 'create-index'; index: TableName; unique: boolean; table: TableName; keys: Expression[] }
  | { kind: 'create-sequence'; sequence: TableName; start: number; step: number }
  | { kind: 'create-synonym'; synonym: TableName; isPublic: boolean; target: TableName; replace: boolean }
  | { kind: 'create-user'; name: string; password: string }
  | { kind: 'alter-user'; name: string; password: string | null; locked: boolean | null }
  | { kind: 'create-role'; name: string }
  | { kind: 'alter-table'; table: TableName; change: TableChange }
  | { kind: 'drop'; what: string; object: TableName; cascade: boolean }
  | { kind: 'truncate'; table: TableName }
  | { kind: 'comment'; table: TableName; column: string | null; text: string }
  | { kind: 'grant' | 'revoke'; privileges: string[]; on: TableName | null; to: string[] }
  | { kind: 'no-effect'; what: string };

export type TableChange =
  | { kind: 'add'; elements: TableElement[] }
  | {
      kind: 'modify';
      columns: { name: string; type: SqlType | null; nullable: boolean | null; default: Expression | null }[];
    }
  | { kind: 'drop-column'; columns: string[] }
  | { kind: 'drop-constraint'; name: string }
  | { kind: 'rename-column'; from: string; to: string }
  | { kind: 'rename'; to: string }
  | { kind: 'none' };

/** The little of PL/SQL that installation scripts and clients need. */
export type Block = {
  declarations: { name: string; type: SqlType; value: Expression | null }[];
  body: BlockStatement[];
  handlers: Handler[];
};
export type Handler = { names: string[]; body: BlockStatement[] };
export type BlockStatement =
  | { kind: 'null' }
  | { kind: 'raise' }
  | { kind: 'return' }
  | { kind: 'assign'; target: Expression; value: Expression }
  | { kind: 'if'; branches: { when: Expression; body: BlockStatement[] }[]; otherwise: BlockStatement[] }
  | { kind: 'immediate'; sql: Expression; using: Expression[] }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'select-into'; query: Query; into: Expression[] }
  | { kind: 'sql'; statement: Statement }
  | { kind: 'block'; block: Block };
