// A FORMAT in a script of its own whose names are not unique: pieces overwrite each other or are refused. In every
// other strategy the form itself insists on it.
import { formatProblems } from '../../rman/format-string.ts';
import { words } from '../../rman/script-words.ts';
import { rule } from '../finding.ts';

export const scriptFormat = rule<{ name: string; format: string; line: number }>({
  name: 'script-format',
  judges: 'strategy',
  find({ enabled }) {
    return enabled.flatMap(({ id, name, scope }) => {
      if (scope.kind !== 'custom-script' || !/format/i.test(scope.text)) return [];
      const read = words(scope.text).words;
      const at = read.findIndex((word, index) => word.kind === 'string' && read[index - 1]?.text === 'FORMAT' && isClashing(word.text));
      const found = read[at];
      if (!found) return [];
      return [{
        severity: 'caution', strategies: [id], path: 'scope.text', params: { name, format: found.text, line: found.line }, repairs: [],
      }];
    });
  },
  words: {
    en: ({ name, format, line }) => ({
      title: `“${name}” names its pieces ${format}, and not each of them differently`,
      why: `The FORMAT on line ${line} has neither %U, nor %u with %p, nor %s with %t and %p.`,
      example: 'The second piece meets the first one under its name. On disk the run fails (ORA-27038), and some media managers simply overwrite it: on Thursday only the last piece is there.',
      todo: 'Put %U into the name.',
    }),
    es: ({ name, format, line }) => ({
      title: `«${name}» llama a sus piezas ${format}, y no a cada una de otro modo`,
      why: `El FORMAT de la línea ${line} no tiene ni %U, ni %u con %p, ni %s con %t y %p.`,
      example: 'La segunda pieza choca con el nombre de la primera. En disco la ejecución falla (ORA-27038), y algunos gestores de medios la sobrescriben: el jueves solo queda la última.',
      todo: 'Poner %U en el nombre.',
    }),
  },
});

/** Copies have other elements, and %F belongs to autobackups: both are unique in their own way. */
const isClashing = (format: string): boolean =>
  !/%[FfNb]/.test(format) && formatProblems(format, 'tape').some(({ code }) => code === 'format.not-unique');
