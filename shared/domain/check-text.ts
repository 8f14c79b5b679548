// The names of what a check looks at, and how one came out, in words: for the window and the command line alike.
import type { CheckState, CheckSubject } from './check.ts';
import type { Language } from './settings.ts';

const SUBJECTS: Record<CheckSubject, Record<Language, string>> = {
  runner: { en: 'Way there', es: 'Acceso' },
  'work-directory': { en: 'Work directory', es: 'Directorio de trabajo' },
  home: { en: 'Oracle home', es: 'ORACLE_HOME' },
  binary: { en: 'RMAN program', es: 'Programa RMAN' },
  version: { en: 'RMAN client', es: 'Cliente RMAN' },
  environment: { en: 'Environment', es: 'Entorno' },
  'tns-admin': { en: 'TNS_ADMIN', es: 'TNS_ADMIN' },
  alias: { en: 'Alias', es: 'Alias' },
  keychain: { en: 'Keychain', es: 'Llavero' },
  password: { en: 'Password', es: 'Contraseña' },
  connection: { en: 'RMAN log-in', es: 'Conexión de RMAN' },
  sql: { en: 'SQL connection', es: 'Conexión SQL' },
  release: { en: 'Release', es: 'Versión de la base' },
  'log-mode': { en: 'Log mode', es: 'Modo de archivado' },
  'recovery-area': { en: 'Recovery area', es: 'Área de recuperación' },
  autobackup: { en: 'Control file autobackup', es: 'Autobackup del archivo de control' },
  'change-tracking': { en: 'Change tracking', es: 'Seguimiento de cambios' },
  clock: { en: 'Clocks', es: 'Relojes' },
  edition: { en: 'Edition', es: 'Edición' },
  destination: { en: 'Destination', es: 'Destino' },
  'free-space': { en: 'Free space', es: 'Espacio libre' },
  deletion: { en: 'What it deletes', es: 'Lo que borra' },
};

const OUTCOMES: Record<CheckState, Record<Language, string>> = {
  good: { en: 'Everything is in place for a run', es: 'Todo está listo para una ejecución' },
  warning: { en: 'A run could begin, with something to look at', es: 'La ejecución podría empezar, con algo que revisar' },
  bad: { en: 'Something has to be corrected', es: 'Hay algo que corregir' },
  unknown: {
    en: 'Some things cannot be seen from here; only the run will tell',
    es: 'Hay cosas que desde aquí no se ven; solo la ejecución lo dirá',
  },
};

export const checkSubjectText = (subject: CheckSubject, language: Language): string => SUBJECTS[subject][language];

export const checkOutcomeText = (outcome: CheckState, language: Language): string => OUTCOMES[outcome][language];
