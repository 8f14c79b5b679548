// The file by which a Linux desktop starts the application at login (XDG Desktop Application Autostart and Desktop
// Entry specifications). Pure: text in, text out.

/** Tells our file, and our file for this profile, from any other of the same name. */
const PROFILE_KEY = 'X-Respaldo-Profile';

export type AutostartEntry = { command: readonly string[]; profile: string };

export function autostartEntry({ command, profile }: AutostartEntry): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Respaldo',
    'Comment=Oracle RMAN backups that can be trusted',
    'Comment[es]=Copias de seguridad RMAN de Oracle en las que se puede confiar',
    `Exec=${command.map(quoted).map(inValue).join(' ')}`,
    'Icon=respaldo',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    `${PROFILE_KEY}=${inValue(profile)}`,
    '',
  ].join('\n');
}

/** True when `text` is a file that `autostartEntry` made for this profile. */
export function isEntryOf(text: string, profile: string): boolean {
  return text.split('\n').includes(`${PROFILE_KEY}=${inValue(profile)}`);
}

/** One argument of `Exec`: within quotes four characters need a backslash, and `%` begins a field code anywhere. */
function quoted(argument: string): string {
  const text = argument.replaceAll('%', '%%');
  return /^[\w%+,./:=@-]+$/.test(text) ? text : `"${text.replace(/["`$\\]/g, '\\$&')}"`;
}

/** What every value of the file goes through, after the quoting of `Exec`. */
const inValue = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
