// Encrypted backups: keystores that are closed, passwords that are missing.
import type { CodeExplanation } from '../explanation.ts';

export const encryptionCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-19836', family: 'encryption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'This backup cannot be encrypted with a password',
      what: 'Password encryption is not allowed for the operation asked for.',
      why: 'The edition does not include it, or this kind of backup does not take a password.',
      todo: [
        'Use a keystore (SET ENCRYPTION ON without a password) if the licence allows it.',
        'Otherwise take SET ENCRYPTION out and protect the destination in another way.',
      ],
    },
    es: {
      title: 'Esta copia no se puede cifrar con contraseña',
      what: 'El cifrado con contraseña no está permitido para la operación pedida.',
      why: 'La edición no lo incluye, o este tipo de copia no admite contraseña.',
      todo: [
        'Usar un almacén de claves (SET ENCRYPTION ON sin contraseña) si la licencia lo permite.',
        'Si no, quitar SET ENCRYPTION y proteger el destino de otro modo.',
      ],
    },
  },
  {
    code: 'ORA-19913', family: 'encryption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The backup cannot be decrypted',
      what: 'The piece is encrypted and this session has no key or password that opens it.',
      why:
        'SET DECRYPTION is missing; a wrong or older password; the keystore is closed or does not hold the key that ' +
        'was used.',
      todo: [
        'SET DECRYPTION IDENTIFIED BY the password used then; several may be given.',
        'Or open the keystore that was in use when the backup was made.',
        'Try it regularly: without that password or key the backup is worth nothing.',
      ],
    },
    es: {
      title: 'No se puede descifrar la copia',
      what: 'La pieza está cifrada y esta sesión no tiene clave ni contraseña que la abra.',
      why:
        'Falta SET DECRYPTION; la contraseña es incorrecta o anterior; el almacén de claves está cerrado o no ' +
        'contiene la clave usada.',
      todo: [
        'Ejecutar SET DECRYPTION IDENTIFIED BY con la contraseña de entonces; se pueden indicar varias.',
        'O abrir el almacén de claves que se usaba cuando se hizo la copia.',
        'Probarlo con regularidad: sin esa contraseña o clave, la copia no vale nada.',
      ],
    },
  },
  {
    code: 'ORA-19914', family: 'encryption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The backup cannot be encrypted',
      what: 'RMAN was told to encrypt and found neither an open keystore nor a password.',
      why: 'CONFIGURE ENCRYPTION is on and the keystore is closed, often after a restart; no master key was ever set.',
      todo: [
        'Query V$ENCRYPTION_WALLET (STATUS, WALLET_TYPE), in the root and in each PDB.',
        'Open the keystore: ADMINISTER KEY MANAGEMENT SET KEYSTORE OPEN, with CONTAINER = ALL in a CDB.',
        'An auto-login keystore avoids this after restarts.',
        'Or use SET ENCRYPTION ON IDENTIFIED BY a password ONLY in the script.',
      ],
    },
    es: {
      title: 'No se puede cifrar la copia',
      what: 'Se pidió a RMAN que cifrara y no encontró un almacén de claves abierto ni una contraseña.',
      why:
        'CONFIGURE ENCRYPTION está activo y el almacén de claves cerrado, a menudo tras un reinicio; nunca se creó ' +
        'una clave maestra.',
      todo: [
        'Consultar V$ENCRYPTION_WALLET (STATUS, WALLET_TYPE), en la raíz y en cada PDB.',
        'Abrir el almacén: ADMINISTER KEY MANAGEMENT SET KEYSTORE OPEN, con CONTAINER = ALL en una CDB.',
        'Un almacén de apertura automática lo evita tras los reinicios.',
        'O usar SET ENCRYPTION ON IDENTIFIED BY una contraseña con ONLY en el script.',
      ],
    },
  },
  {
    code: 'ORA-28365', family: 'encryption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The keystore is not open',
      what: 'The operation needs the encryption keystore and it is closed.',
      why: 'The instance or PDB was restarted and the keystore has no auto-login; nobody opened it in this PDB.',
      todo: [
        'Query V$ENCRYPTION_WALLET.',
        'ADMINISTER KEY MANAGEMENT SET KEYSTORE OPEN IDENTIFIED BY its password, CONTAINER = ALL in a CDB.',
        'Consider an auto-login keystore for unattended restarts, kept apart from the backups.',
      ],
    },
    es: {
      title: 'El almacén de claves no está abierto',
      what: 'La operación necesita el almacén de claves de cifrado y está cerrado.',
      why: 'Se reinició la instancia o la PDB y el almacén no es de apertura automática; nadie lo abrió en esta PDB.',
      todo: [
        'Consultar V$ENCRYPTION_WALLET.',
        'Ejecutar ADMINISTER KEY MANAGEMENT SET KEYSTORE OPEN IDENTIFIED BY su contraseña, con CONTAINER = ALL en ' +
          'una CDB.',
        'Valorar un almacén de apertura automática para reinicios desatendidos, guardado aparte de las copias.',
      ],
    },
  },
  {
    code: 'ORA-28353', family: 'encryption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The keystore could not be opened',
      what: 'The database found the keystore but cannot open it.',
      why: "A wrong password; the file is damaged or not readable for the instance's account; a wrong location.",
      todo: [
        'Check the location: WALLET_ROOT, or ENCRYPTION_WALLET_LOCATION in sqlnet.ora.',
        'Check owner and mode of ewallet.p12 and cwallet.sso.',
        'Try the password again; keep the keystore file safe, without it encrypted data is lost.',
      ],
    },
    es: {
      title: 'No se pudo abrir el almacén de claves',
      what: 'La base de datos encontró el almacén de claves pero no puede abrirlo.',
      why:
        'Contraseña incorrecta; el archivo está dañado o la cuenta de la instancia no puede leerlo; una ubicación ' +
        'equivocada.',
      todo: [
        'Comprobar la ubicación: WALLET_ROOT, o ENCRYPTION_WALLET_LOCATION en sqlnet.ora.',
        'Comprobar propietario y permisos de ewallet.p12 y cwallet.sso.',
        'Probar de nuevo la contraseña; conservar a salvo el archivo, sin él se pierden los datos cifrados.',
      ],
    },
  },
  {
    code: 'ORA-28367', family: 'encryption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'There is no keystore',
      what: 'The database looks for a keystore where it is configured and finds none.',
      why: 'It was never created; after a restore to another host it was not copied; a wrong location.',
      todo: [
        'Check WALLET_ROOT, or ENCRYPTION_WALLET_LOCATION in sqlnet.ora.',
        'On a restored database, copy the original keystore there: a new one does not open the old data.',
      ],
    },
    es: {
      title: 'No existe el almacén de claves',
      what: 'La base de datos busca un almacén de claves donde está configurado y no lo encuentra.',
      why: 'Nunca se creó; tras restaurar en otro servidor no se copió; una ubicación equivocada.',
      todo: [
        'Comprobar WALLET_ROOT, o ENCRYPTION_WALLET_LOCATION en sqlnet.ora.',
        'En una base de datos restaurada, copiar ahí el almacén original: uno nuevo no abre los datos antiguos.',
      ],
    },
  },
  {
    code: 'ORA-28374', family: 'encryption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The keystore lacks the master key that is needed',
      what: 'The keystore is open, but the key that encrypted this data is not in it.',
      why:
        "Another or a newly made keystore is in use; an older copy of it was restored; the PDB's key was not " +
        'imported.',
      todo: [
        'Put back the keystore that was in use when the data was encrypted.',
        'Query V$ENCRYPTION_KEYS for the keys that are there.',
        'Do not create new keys until the old keystore is found.',
      ],
    },
    es: {
      title: 'Al almacén le falta la clave maestra necesaria',
      what: 'El almacén de claves está abierto, pero no contiene la clave que cifró estos datos.',
      why: 'Se usa otro almacén o uno recién creado; se restauró una copia anterior; no se importó la clave de la PDB.',
      todo: [
        'Reponer el almacén que se usaba cuando se cifraron los datos.',
        'Consultar V$ENCRYPTION_KEYS para ver las claves presentes.',
        'No crear claves nuevas hasta encontrar el almacén anterior.',
      ],
    },
  },
  {
    code: 'ORA-46658', family: 'encryption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The keystore is closed in this container',
      what: 'The keystore is not open in the container where the command runs.',
      why: 'It was opened in the root only, or this PDB was opened later.',
      todo: [
        'In the PDB, ADMINISTER KEY MANAGEMENT SET KEYSTORE OPEN, after the root has it open.',
        'Query V$ENCRYPTION_WALLET for each CON_ID.',
      ],
    },
    es: {
      title: 'El almacén de claves está cerrado en este contenedor',
      what: 'El almacén de claves no está abierto en el contenedor donde se ejecuta el comando.',
      why: 'Solo se abrió en la raíz, o esta PDB se abrió después.',
      todo: [
        'En la PDB, ejecutar ADMINISTER KEY MANAGEMENT SET KEYSTORE OPEN, una vez abierto en la raíz.',
        'Consultar V$ENCRYPTION_WALLET para cada CON_ID.',
      ],
    },
  },
];
