// The questions to the catalogue about the log tables; works on 11.2 to 26ai with the rights of any user.

/** Who is connected. */
export const WHO = 'SELECT USER AS user_name FROM dual';

/** Tables that the user sees, with their columns; those of views are among them. */
export const COLUMNS = `SELECT table_name, column_name FROM all_tab_columns
WHERE owner = :owner AND table_name LIKE 'RESPALDO%'`;

/** Tables, views and indexes; of somebody else's schema only those that the user has rights on. */
export const OBJECTS = `SELECT object_name, object_type FROM all_objects
WHERE owner = :owner AND object_name LIKE 'RESPALDO%' AND object_type IN ('TABLE', 'VIEW', 'INDEX')`;

export const TABLE_COMMENTS = `SELECT table_name, comments FROM all_tab_comments
WHERE owner = :owner AND table_name LIKE 'RESPALDO%' AND comments IS NOT NULL`;

export const COLUMN_COMMENTS = `SELECT table_name, column_name, comments FROM all_col_comments
WHERE owner = :owner AND table_name LIKE 'RESPALDO%' AND comments IS NOT NULL`;

/** In a session whose current schema is the owner's. */
export const VERSIONS = 'SELECT version_no FROM respaldo_schema_version ORDER BY version_no';

/** What an installation needs, as far as the session has it. */
export const PRIVILEGES = `SELECT privilege FROM session_privs WHERE privilege IN ('CREATE TABLE', 'CREATE VIEW')`;

/** Where the tables of the user will lie. */
export const DEFAULT_TABLESPACE = 'SELECT default_tablespace FROM user_users';
