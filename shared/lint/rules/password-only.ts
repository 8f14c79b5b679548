// Encrypted with a password and nothing else: whoever loses the password loses the backups.
import { rule } from '../finding.ts';

export const passwordOnly = rule<{ name: string }>({
  name: 'password-only',
  judges: 'strategy',
  find({ enabled }) {
    return enabled.flatMap(({ id, name, spec, scope }) =>
      spec.encryption.kind === 'password' && scope.kind !== 'custom-script'
        ? [{ severity: 'caution', strategies: [id], path: 'encryption', params: { name }, repairs: [] }]
        : [],
    );
  },
  words: {
    en: ({ name }) => ({
      title: `The backups of “${name}” open with one password only`,
      why: 'Nothing and nobody recovers it: neither Oracle nor Respaldo, whose keychain lies on this workstation. A password that was changed opens only what was written since.',
      example: 'This workstation is stolen on Thursday together with its keychain, and a week later the server dies. The pieces are all there, and nobody can read a single one (ORA-19913).',
      todo: 'Keep the password, and every earlier one, in a safe place outside of this workstation. Dual encryption opens with the wallet as well, where there is one.',
    }),
    es: ({ name }) => ({
      title: `Las copias de «${name}» solo se abren con una contraseña`,
      why: 'Nada ni nadie la recupera: ni Oracle ni Respaldo, cuyo llavero está en este equipo. Una contraseña cambiada solo abre lo escrito después.',
      example: 'El jueves roban este equipo con su llavero, y una semana después muere el servidor. Todas las piezas están, y nadie puede leer ninguna (ORA-19913).',
      todo: 'Guardar la contraseña, y todas las anteriores, en un lugar seguro fuera de este equipo. El cifrado dual se abre también con el wallet, donde lo haya.',
    }),
  },
});
