// Words for what was left out of a backup and for warnings without a code (verdict.ts).
import type { Language } from '../../domain/settings.ts';
import type { SkipReason, WarningEvent } from '../../domain/log-facts.ts';

const SKIPS: Record<SkipReason, Record<Language, string>> = {
  'already-backed-up': { en: 'already backed up', es: 'ya copiado' },
  'not-changed': { en: 'unchanged since the last backup', es: 'sin cambios desde la última copia' },
  'read-only': { en: 'read-only, skipped as asked', es: 'de solo lectura, omitido como se pidió' },
  offline: { en: 'offline, skipped as asked', es: 'fuera de línea, omitido como se pidió' },
  inaccessible: { en: 'inaccessible, skipped as asked', es: 'inaccesible, omitido como se pidió' },
  excluded: { en: 'excluded by configuration', es: 'excluido por la configuración' },
  'header-unreadable': { en: 'file header unreadable', es: 'cabecera de archivo ilegible' },
  'all-files-skipped': { en: 'nothing left for this backup set', es: 'nada quedó para este juego de copias' },
  'already-restored': { en: 'already restored', es: 'ya restaurado' },
  'no-match': { en: 'nothing matched', es: 'nada coincidía' },
  'no-obsolete': { en: 'nothing was obsolete', es: 'nada estaba obsoleto' },
  'no-copy-to-recover': { en: 'no copy to roll forward yet', es: 'aún no hay copia que actualizar' },
  'recoverability-compromised': { en: 'left out: this weakens a restore', es: 'omitido: debilita una restauración' },
  'log-kept': { en: 'archived log kept: still needed', es: 'archived log conservado: aún se necesita' },
  'autobackup-skipped': { en: 'control file autobackup skipped', es: 'copia automática del archivo de control omitida' },
  other: { en: 'skipped', es: 'omitido' },
};

const EVENTS: Record<WarningEvent, Record<Language, string>> = {
  'channel-disabled': { en: 'A channel failed and another did its work', es: 'Un canal falló y otro hizo su trabajo' },
  failover: { en: 'RMAN fell back to another backup', es: 'RMAN recurrió a otra copia' },
  'file-skipped': { en: 'A file was skipped', es: 'Se omitió un archivo' },
  'object-expired': { en: 'A backup is recorded but not found', es: 'Hay una copia registrada que no se encuentra' },
  'validation-failed': { en: 'A validation failed', es: 'Falló una validación' },
  'blocks-marked-corrupt': { en: 'Blocks are marked corrupt', es: 'Hay bloques marcados como corruptos' },
  'unframed-error': { en: 'An error that did not end the run', es: 'Un error que no terminó la ejecución' },
  'datapump-warning': { en: 'A warning of Data Pump', es: 'Un aviso de Data Pump' },
};

export const skipReasonText = (reason: SkipReason, language: Language): string => SKIPS[reason][language];
export const warningEventText = (event: WarningEvent, language: Language): string => EVENTS[event][language];
