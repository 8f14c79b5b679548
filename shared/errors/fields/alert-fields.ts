// What can be wrong with where alerts go: mail, server, webhook.
// A part of the closed table of field problems.

export const alertFields = {
  'address.form': {
    en: 'Give one email address, as dba@example.com, without a name.',
    es: 'Dé una sola dirección de correo, como dba@example.com, sin nombre.',
  },
  'server.characters': {
    en: 'A server name has letters, digits and “. - _ : [ ]”, without a protocol or a path.',
    es: 'El nombre de un servidor tiene letras, dígitos y «. - _ : [ ]», sin protocolo ni ruta.',
  },
  'url.form': {
    en: 'Give a web address that begins with https:// or http://, without a user or password in it.',
    es: 'Dé una dirección web que empiece por https:// o http://, sin usuario ni contraseña en ella.',
  },
  'mail-password.characters': {
    en: 'A password cannot hold control characters, such as a line break.',
    es: 'Una contraseña no puede llevar caracteres de control, como un salto de línea.',
  },
} as const;
