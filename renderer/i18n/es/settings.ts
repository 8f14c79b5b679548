// Spanish texts of the settings page.
import type { SameKeys } from '../translate.ts';
import type { settingsEn } from '../en/settings.ts';

export const settingsEs: SameKeys<typeof settingsEn> = {
  title: 'Ajustes',
  appearance: 'Aspecto',
  language: 'Idioma',
  languageSystem: 'El del escritorio',
  theme: 'Tema',
  themeSystem: 'El del escritorio',
  themeLight: 'Claro',
  themeDark: 'Oscuro',
  runs: 'Ejecuciones',
  runsAtOnce: 'Ejecuciones a la vez',
  runsAtOnceHint: 'Entre todas las bases de datos. Una misma base nunca tiene más de una a la vez; las demás esperan en la cola.',
  runsUnit: 'ejecuciones',
  cancelGrace: 'Paciencia al cancelar',
  cancelGraceHint: 'Cuánto puede tardar RMAN en detenerse por sí mismo antes de que se le ordene terminar, y otra vez antes de matarlo.',
  secondsUnit: 'segundos',
  saved: 'Guardado.',
  secrets: 'Contraseñas',
  'keychain-available': 'Las contraseñas se guardan en el llavero de este escritorio.',
  'keychain-plain-text': 'Este escritorio no ofrece llavero. Una contraseña solo se guarda, legible, si lo acepta para cada una.',
  'keychain-unavailable': 'No se puede abrir el llavero. Hasta entonces no se puede guardar ni leer ninguna contraseña.',
  about: 'Acerca de Respaldo',
  version: 'Versión',
  runtime: 'Entorno',
  platform: 'Plataforma',
  profile: 'Perfil',
  copyPath: 'Copiar la ruta',
  copied: 'Copiado',
};
