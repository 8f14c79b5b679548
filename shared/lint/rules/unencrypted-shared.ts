// Pieces that anybody with access to a share or a media manager can restore elsewhere.
import { rule } from '../finding.ts';
import { placesOf, type Place } from '../lint-set.ts';

/** Where networks and removable disks are mounted by custom. */
const SHARED = /^(\\\\|\/(mnt|media|net|nfs|nas|cifs|smb|Volumes)(\/|$)|\/[^/]*(nfs|nas|share)[^/]*(\/|$))/i;

export const unencryptedShared = rule<{ name: string; place: string }>({
  name: 'unencrypted-shared',
  judges: 'strategy',
  find({ enabled, facts }) {
    if (facts.configured?.encryption === true) return [];
    return enabled.flatMap((member) => {
      if (member.spec.encryption.kind !== 'as-configured') return [];
      const shared = placesOf(member).find(isShared);
      if (!shared) return [];
      const place = shared.kind === 'directory' ? shared.path : '';
      return [{ severity: 'hint', strategies: [member.id], path: 'encryption', params: { name: member.name, place }, repairs: [] }];
    });
  },
  words: {
    en: ({ name, place }) => ({
      title: `“${name}” writes readable backups to ${place === '' ? 'a media manager' : place}`,
      why: 'The strategy does not encrypt, and no encryption is known to be configured. A backup holds every row, whatever the database itself grants to whom.',
      example: 'Somebody copies the pieces from the share on a Friday and restores them at home: salaries, customers, password hashes, and nobody notices.',
      todo: 'Encrypt (Advanced Security on disk), or make sure that the storage itself encrypts and who may read it.',
    }),
    es: ({ name, place }) => ({
      title: `«${name}» escribe copias legibles en ${place === '' ? 'un gestor de medios' : place}`,
      why: 'La estrategia no cifra, y no consta que haya cifrado configurado. Una copia contiene todas las filas, conceda lo que conceda la base de datos a cada cual.',
      example: 'Alguien copia un viernes las piezas del recurso compartido y las restaura en su casa: nóminas, clientes, hashes de contraseñas, y nadie se entera.',
      todo: 'Cifrar (Advanced Security en disco), o comprobar que el propio almacenamiento cifra y quién puede leerlo.',
    }),
  },
});

const isShared = (place: Place): boolean => place.kind === 'tape' || (place.kind === 'directory' && SHARED.test(place.path));
