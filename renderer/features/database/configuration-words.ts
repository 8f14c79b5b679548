// What a setting of RMAN's configuration means, in a sentence. Pure.
import type { T } from '../../i18n/languages.ts';

/** `NAME` of V$RMAN_CONFIGURATION is what stands between CONFIGURE and the value (reference §5.2). */
export function configurationText(name: string, value: string, t: T): string {
  const setting = name.toUpperCase();
  const said = value.toUpperCase();
  const number = /(\d+)/.exec(said)?.[1] ?? '?';
  if (setting === 'RETENTION POLICY') {
    if (said.includes('WINDOW')) return t('database.config-window', { days: number });
    if (said.includes('NONE')) return t('database.config-no-retention');
    return t('database.config-redundancy', { copies: number });
  }
  if (setting === 'CONTROLFILE AUTOBACKUP') return t(said === 'ON' ? 'database.config-autobackup' : 'database.config-no-autobackup');
  if (setting.startsWith('CONTROLFILE AUTOBACKUP FORMAT')) return t('database.config-autobackup-format');
  if (setting === 'BACKUP OPTIMIZATION') return t(said === 'ON' ? 'database.config-optimization' : 'database.config-no-optimization');
  if (setting === 'DEFAULT DEVICE TYPE TO' || setting === 'DEFAULT DEVICE TYPE') return t('database.config-default-device');
  if (setting.startsWith('DEVICE TYPE')) return t('database.config-device');
  if (setting.startsWith('CHANNEL')) return t('database.config-channel');
  if (setting.startsWith('DATAFILE BACKUP COPIES') || setting.startsWith('ARCHIVELOG BACKUP COPIES')) return t('database.config-copies');
  if (setting.startsWith('ARCHIVELOG DELETION POLICY')) return t('database.config-deletion');
  if (setting.startsWith('SNAPSHOT CONTROLFILE')) return t('database.config-snapshot');
  if (setting.startsWith('ENCRYPTION')) return t('database.config-encryption');
  if (setting.startsWith('COMPRESSION')) return t('database.config-compression');
  if (setting.startsWith('MAXSETSIZE')) return t('database.config-maxsetsize');
  if (setting.startsWith('EXCLUDE')) return t('database.config-exclude');
  if (setting.startsWith('RMAN OUTPUT')) return t('database.config-output');
  if (setting.startsWith('DB_UNIQUE_NAME')) return t('database.config-unique-name');
  return t('database.config-other');
}
