// What the SQL driver says by itself: TLS, releases it does not know, an Instant Client, answers that do not come.
import type { CodeExplanation } from '../explanation.ts';

export const connectDriverCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-12660', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Client and server do not agree on native network encryption',
      what: 'The server demands Oracle native encryption or checksums, and this side does not offer them.',
      why:
        'SQLNET.ENCRYPTION_SERVER or SQLNET.CRYPTO_CHECKSUM_SERVER is REQUIRED in the sqlnet.ora of the server; the ' +
        'driver speaks native encryption only with an Instant Client.',
      todo: [
        'Enter the directory of an Oracle Instant Client in the SQL connection and restart Respaldo.',
        'Better, use TCPS: TLS needs no Instant Client.',
        'Or have the server set SQLNET.ENCRYPTION_SERVER=REQUESTED, which weakens it.',
      ],
    },
    es: {
      title: 'Cliente y servidor no acuerdan el cifrado nativo de red',
      what: 'El servidor exige el cifrado nativo o las sumas de control de Oracle y este lado no los ofrece.',
      why:
        'SQLNET.ENCRYPTION_SERVER o SQLNET.CRYPTO_CHECKSUM_SERVER vale REQUIRED en el sqlnet.ora del servidor; el ' +
        'driver solo habla cifrado nativo con un Instant Client.',
      todo: [
        'Indicar el directorio de un Oracle Instant Client en la conexión SQL y reiniciar Respaldo.',
        'Mejor aún, usar TCPS: TLS no necesita Instant Client.',
        'O pedir que el servidor defina SQLNET.ENCRYPTION_SERVER=REQUESTED, lo que lo debilita.',
      ],
    },
  },
  {
    code: 'NJS-00506', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The TLS connection could not be made',
      what: 'Something answered, but the encrypted connection was not accepted by one of the two sides.',
      why:
        'The certificate comes from an authority that is not in the wallet; it names another host; it has expired; ' +
        'ewallet.pem is missing or its password is wrong; the port speaks plain TCP.',
      todo: [
        'Check that the port is the TCPS one: lsnrctl status shows PROTOCOL=tcps.',
        'Put the certificate of the authority into ewallet.pem of the wallet directory.',
        'Connect by the host name that stands in the certificate.',
        'For a private key in the wallet, set the password of the wallet.',
      ],
    },
    es: {
      title: 'No se pudo establecer la conexión TLS',
      what: 'Alguien respondió, pero uno de los dos lados no aceptó la conexión cifrada.',
      why:
        'El certificado es de una autoridad que no está en el wallet; nombra otro host; ha caducado; falta ' +
        'ewallet.pem o su contraseña es incorrecta; el puerto habla TCP sin cifrar.',
      todo: [
        'Comprobar que el puerto sea el de TCPS: lsnrctl status muestra PROTOCOL=tcps.',
        'Incluir el certificado de la autoridad en el ewallet.pem del directorio del wallet.',
        'Conectar con el nombre de host que figura en el certificado.',
        'Si el wallet contiene una clave privada, indicar la contraseña del wallet.',
      ],
    },
  },
  {
    code: 'NJS-00138', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'This release needs an Instant Client',
      what: 'The database is older than 12.1, which the driver can reach only through an Oracle client.',
      why: 'Without an Instant Client the driver speaks the protocol of 12.1 and newer.',
      todo: ['Enter the directory of an Instant Client that supports this release, and restart Respaldo.'],
    },
    es: {
      title: 'Esta versión necesita un Instant Client',
      what: 'La base de datos es anterior a la 12.1 y el driver solo la alcanza mediante un cliente Oracle.',
      why: 'Sin Instant Client, el driver habla el protocolo de la 12.1 y posteriores.',
      todo: ['Indicar el directorio de un Instant Client compatible con esta versión y reiniciar Respaldo.'],
    },
  },
  {
    code: 'DPI-01047', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The Instant Client cannot be loaded',
      what: 'The directory of the connection holds no Oracle client that this program can load.',
      why:
        'The directory is another one; the client is built for another processor; a library of the system that it ' +
        'needs (libaio) is missing.',
      todo: [
        'Check that the directory holds libclntsh (oci.dll on Windows) of the processor of this machine.',
        'On Linux, install libaio.',
        'Leave the field empty if native network encryption is not needed.',
      ],
    },
    es: {
      title: 'No se puede cargar el Instant Client',
      what: 'El directorio de la conexión no contiene un cliente Oracle que este programa pueda cargar.',
      why:
        'El directorio es otro; el cliente es para otro procesador; falta una biblioteca del sistema que necesita ' +
        '(libaio).',
      todo: [
        'Comprobar que el directorio contenga libclntsh (oci.dll en Windows) para el procesador de este equipo.',
        'En Linux, instalar libaio.',
        'Dejar el campo vacío si no se necesita cifrado nativo de red.',
      ],
    },
  },
  {
    code: 'NJS-00123', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The database did not answer in time',
      what: 'A statement had no answer within the time of the connection, and the session was left.',
      why: 'The database is overloaded or hangs; a lock is held; the network swallowed the answer.',
      todo: [
        'Query V$SESSION for blocking sessions and the event that is waited for.',
        'Raise the time for an answer of the SQL connection if the database is merely slow.',
      ],
    },
    es: {
      title: 'La base de datos no respondió a tiempo',
      what: 'Una sentencia no tuvo respuesta en el tiempo de la conexión y la sesión se abandonó.',
      why: 'La base de datos está sobrecargada o colgada; hay un bloqueo; la red perdió la respuesta.',
      todo: [
        'Consultar en V$SESSION las sesiones bloqueantes y el evento por el que se espera.',
        'Aumentar el tiempo para responder de la conexión SQL si la base solo es lenta.',
      ],
    },
  },
];

/** Numbers under which the driver says what Oracle says under another, or what one text explains. */
export const DRIVER_SYNONYMS: Readonly<Record<string, string>> = {
  'NJS-00045': 'DPI-01047',
  'NJS-00067': 'DPI-01047',
  'NJS-00116': 'ORA-28040',
  'NJS-00500': 'ORA-03113',
  'NJS-00501': 'ORA-03113',
  'NJS-00521': 'ORA-03113',
  'NJS-00503': 'ORA-12541',
  'NJS-00505': 'NJS-00506',
  'NJS-00507': 'NJS-00506',
  'NJS-00508': 'NJS-00506',
  'NJS-00529': 'NJS-00506',
  'NJS-00510': 'ORA-12170',
  'NJS-00516': 'ORA-12154',
  'NJS-00517': 'ORA-12154',
  'NJS-00520': 'ORA-12154',
  'NJS-00518': 'ORA-12514',
  'NJS-00519': 'ORA-12505',
  'NJS-00530': 'ORA-12545',
  'NJS-00533': 'ORA-12660',
  'DPI-01067': 'NJS-00123',
  'DPI-01080': 'ORA-03113',
};
