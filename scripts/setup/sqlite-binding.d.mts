// Types of sqlite-binding.mjs for the tests, which are TypeScript.
export function needsOwnBinding(napi?: number): boolean;
export function sqliteBindingPath(): string;
export function sqliteBindingIsReady(): boolean;
export function sqliteBindingEnvironment(): { RESPALDO_SQLITE_BINDING?: string };
