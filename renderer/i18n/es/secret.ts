// Spanish texts of stored passwords: set, replaced, forgotten, and what the desktop's keychain means for them.
import type { SameKeys } from '../translate.ts';
import type { secretEn } from '../en/secret.ts';

export const secretEs: SameKeys<typeof secretEn> = {
  password: 'Contraseña',
  title: 'Contraseña de {user}',
  stored: 'Hay una contraseña guardada.',
  set: 'Guardar contraseña…',
  replace: 'Cambiar contraseña…',
  forget: 'Olvidar contraseña',
  forgotten: 'Se borró la contraseña.',
  saved: 'Se guardó la contraseña.',
  hint: 'Se guarda en el llavero de este escritorio. Nunca se vuelve a mostrar, ni se escribe en un registro, ni va en una línea de órdenes.',
  store: 'Guardar contraseña',
  plainTitle: 'Este escritorio no ofrece llavero',
  plainText: 'La contraseña quedaría en un archivo que puede leer cualquier programa de este usuario. Es mejor iniciar antes un llavero, como gnome-keyring o KWallet.',
  plainAccept: 'Guardarla legible de todos modos',
  unavailable: 'No se puede abrir el llavero de esta sesión: no se puede guardar ninguna contraseña.',
};
