// The ORA- errors that the stand-in raises, with texts of the shape that the database's own have.

const TEXTS: Record<number, string> = {
  1: 'unique constraint (%s) violated',
  54: 'resource busy and acquire with NOWAIT specified or timeout expired',
  60: 'deadlock detected while waiting for resource',
  900: 'invalid SQL statement',
  903: 'invalid table name',
  904: '%s: invalid identifier',
  907: 'missing right parenthesis',
  911: 'invalid character',
  913: 'too many values',
  918: '%s: column ambiguously specified',
  920: 'invalid relational operator',
  923: 'FROM keyword not found where expected',
  932: 'inconsistent datatypes: expected %s',
  933: 'SQL command not properly ended',
  934: 'group function is not allowed here',
  936: 'missing expression',
  937: 'not a single-group group function',
  942: 'table or view does not exist',
  947: 'not enough values',
  955: 'name is already used by an existing object',
  957: 'duplicate column name',
  979: 'not a GROUP BY expression',
  1002: 'fetch out of sequence',
  1003: 'no statement parsed',
  1008: 'not all variables bound',
  1013: 'user requested cancel of current operation',
  1017: 'invalid username/password; logon denied',
  1031: 'insufficient privileges',
  1033: 'ORACLE initialization or shutdown in progress',
  1034: 'ORACLE not available',
  1045: 'user %s lacks CREATE SESSION privilege; logon denied',
  1089: 'immediate shutdown or close in progress - no operations are permitted',
  1400: 'cannot insert NULL into (%s)',
  1403: 'no data found',
  1407: 'cannot update (%s) to NULL',
  1418: 'specified index does not exist',
  1422: 'exact fetch returns more than requested number of rows',
  1427: 'single-row subquery returns more than one row',
  1430: 'column being added already exists in table',
  1438: 'value larger than specified precision allowed for this column',
  1440: 'column to be modified must be empty to decrease precision or scale',
  1451: 'column to be modified to NULL cannot be modified to NULL',
  1442: 'column to be modified to NOT NULL is already NOT NULL',
  1465: 'invalid hex number',
  1476: 'divisor is equal to zero',
  1536: "space quota exceeded for tablespace '%s'",
  1653: 'unable to extend table %s by 128 in tablespace USERS',
  1722: 'invalid number',
  1747: 'invalid user.table.column, table.column, or column specification',
  1756: 'quoted string not properly terminated',
  1758: 'table must be empty to add mandatory (NOT NULL) column',
  1789: 'query block has incorrect number of result columns',
  1830: 'date format picture ends before converting entire input string',
  1839: 'date not valid for month specified',
  1840: 'input value not long enough for date format',
  1841: '(full) year must be between -4713 and +9999, and not be 0',
  1843: 'not a valid month',
  1850: 'hour must be between 0 and 23',
  1858: 'a non-numeric character was found where a numeric was expected',
  1861: 'literal does not match format string',
  1917: "user or role '%s' does not exist",
  1918: "user '%s' does not exist",
  2260: 'table can have only one primary key',
  2261: 'such unique or primary key already exists in the table',
  2264: 'name already used by an existing constraint',
  2270: 'no matching unique or primary key for this column-list',
  2275: 'such a referential constraint already exists in the table',
  2289: 'sequence does not exist',
  2290: 'check constraint (%s) violated',
  2291: 'integrity constraint (%s) violated - parent key not found',
  2292: 'integrity constraint (%s) violated - child record found',
  2443: 'Cannot drop constraint  - nonexistent constraint',
  2449: 'unique/primary keys in table referenced by foreign keys',
  3113: 'end-of-file on communication channel',
  3114: 'not connected to ORACLE',
  4043: 'object %s does not exist',
  4061: 'existing state of %s has been invalidated',
  4068: 'existing state of packages has been discarded',
  6502: 'PL/SQL: numeric or value error',
  6550: 'line 1, column 1: %s',
  8002: 'sequence %s.CURRVAL is not yet defined in this session',
  12899: 'value too large for column %s',
  24381: 'error(s) in array DML',
  25001: 'cannot create this trigger type on this type of view',
  28000: 'the account is locked',
  28001: 'the password has expired',
  28009: 'connection as SYS should be as SYSDBA or SYSOPER',
  30006: 'resource busy; acquire with WAIT timeout expired',
  30926: 'unable to get a stable set of rows in the source tables',
  38104: 'Columns referenced in the ON Clause cannot be updated: %s',
};

/** An error that a session answers with; everything else that is thrown is a bug of the stand-in. */
export class OracleError extends Error {
  readonly code: number;
  /** 0-based place in the SQL text. */
  position: number;

  constructor(code: number, detail = '', position = 0) {
    const name = `ORA-${String(code).padStart(5, '0')}`;
    super(`${name}: ${(TEXTS[code] ?? `stand-in error${detail ? ': %s' : ''}`).replace('%s', detail)}`);
    this.code = code;
    this.position = position;
  }
}

/** For what the engine does not know: loud, and by name. */
export function unsupported(what: string, position = 0): OracleError {
  const error = new OracleError(900, '', position);
  error.message = `ORA-00900: invalid SQL statement (the stand-in does not know: ${what})`;
  return error;
}
