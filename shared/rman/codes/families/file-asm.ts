// Automatic Storage Management: disk groups and files that are not there or not reachable.
import type { CodeExplanation } from '../explanation.ts';

export const fileAsmCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-15001', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The disk group does not exist or is not mounted',
      what: 'The server cannot use a disk group that a path names.',
      why: 'The disk group is not mounted on this node; a misspelt name; ASM is still starting.',
      todo: [
        'As the grid user, asmcmd lsdg shows the mounted groups.',
        'Mount it: ALTER DISKGROUP name MOUNT, or srvctl start diskgroup.',
        'Compare the name with DB_RECOVERY_FILE_DEST and the FORMAT of the backup.',
      ],
    },
    es: {
      title: 'El grupo de discos no existe o no está montado',
      what: 'El servidor no puede usar un grupo de discos que aparece en una ruta.',
      why: 'El grupo de discos no está montado en este nodo; el nombre está mal escrito; ASM aún está arrancando.',
      todo: [
        'Con el usuario grid, asmcmd lsdg muestra los grupos montados.',
        'Montarlo: ALTER DISKGROUP nombre MOUNT, o srvctl start diskgroup.',
        'Comparar el nombre con DB_RECOVERY_FILE_DEST y el FORMAT de la copia.',
      ],
    },
  },
  {
    code: 'ORA-15012', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The ASM file does not exist',
      what: 'The server looks for an ASM file that is not there.',
      why:
        'It was deleted outside RMAN, or aged out of the recovery area; the record in the repository is out of date.',
      todo: [
        'CROSSCHECK the kind of file it is: BACKUP, COPY or ARCHIVELOG ALL.',
        'asmcmd ls on its directory shows what exists.',
      ],
    },
    es: {
      title: 'El archivo ASM no existe',
      what: 'El servidor busca un archivo de ASM que no está.',
      why: 'Se borró fuera de RMAN o salió del área de recuperación; el registro del repositorio está anticuado.',
      todo: [
        'Ejecutar CROSSCHECK del tipo de archivo que sea: BACKUP, COPY o ARCHIVELOG ALL.',
        'asmcmd ls sobre su directorio muestra lo que existe.',
      ],
    },
  },
  {
    code: 'ORA-15055', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The server cannot connect to ASM',
      what: 'The database instance could not reach the ASM instance that manages its storage.',
      why: 'ASM is down; the oracle user lost its group for ASM (asmdba); wrong permissions of the oracle binary.',
      todo: [
        'crsctl stat res -t (or srvctl status asm) shows whether ASM runs.',
        'Check id of the oracle user for the asmdba group, and the permissions of the oracle binary after patching ' +
          '(setasmgidwrap sets them).',
      ],
    },
    es: {
      title: 'El servidor no puede conectar con ASM',
      what: 'La instancia de base de datos no pudo llegar a la instancia ASM que gestiona su almacenamiento.',
      why:
        'ASM está parado; el usuario oracle perdió el grupo de ASM (asmdba); permisos incorrectos del binario ' +
        'oracle.',
      todo: [
        'crsctl stat res -t (o srvctl status asm) indica si ASM está en marcha.',
        'Comprobar con id que el usuario oracle está en asmdba, y los permisos del binario oracle si se acaba de ' +
          'parchear.',
      ],
    },
  },
  {
    code: 'ORA-15064', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The connection to ASM was lost',
      what: 'The database lost contact with the ASM instance.',
      why: 'ASM stopped or was restarted; the node is overloaded or being evicted.',
      todo: [
        'Read the alert logs of ASM and of the database at that minute.',
        'Check the cluster: crsctl stat res -t.',
        'Run the job again once ASM is back.',
      ],
    },
    es: {
      title: 'Se perdió la conexión con ASM',
      what: 'La base de datos perdió el contacto con la instancia ASM.',
      why: 'ASM se detuvo o se reinició; el nodo está saturado o fue expulsado del clúster.',
      todo: [
        'Leer los alert logs de ASM y de la base de datos en ese minuto.',
        'Comprobar el clúster: crsctl stat res -t.',
        'Lanzar de nuevo el trabajo cuando ASM haya vuelto.',
      ],
    },
  },
  {
    code: 'ORA-15077', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'No ASM instance serves the disk group',
      what: 'No running ASM instance could be found for a disk group the database needs.',
      why: 'ASM is not started on the node; the cluster is still coming up; the disk group is not mounted.',
      todo: [
        'srvctl status asm, and asmcmd lsdg as the grid user.',
        'Start ASM, mount the disk group, then start the database.',
      ],
    },
    es: {
      title: 'Ninguna instancia ASM atiende el grupo de discos',
      what: 'No se encontró ninguna instancia ASM en marcha para un grupo de discos que necesita la base de datos.',
      why: 'ASM no está arrancado en el nodo; el clúster aún se está levantando; el grupo de discos no está montado.',
      todo: [
        'Ejecutar srvctl status asm, y asmcmd lsdg con el usuario grid.',
        'Arrancar ASM, montar el grupo de discos y después arrancar la base de datos.',
      ],
    },
  },
  {
    code: 'ORA-15130', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The disk group is being dismounted',
      what: 'The disk group went away, or is going, while a file on it was in use.',
      why: 'Disks were lost and ASM forced the dismount; somebody dismounts it for maintenance.',
      todo: [
        'Read the ASM alert log for lost disks.',
        'Check the storage paths, mount the group again, then look at the databases on it.',
      ],
    },
    es: {
      title: 'El grupo de discos se está desmontando',
      what: 'El grupo de discos desapareció, o está en ello, mientras se usaba un archivo suyo.',
      why: 'Se perdieron discos y ASM forzó el desmontaje; alguien lo desmonta por mantenimiento.',
      todo: [
        'Buscar en el alert log de ASM los discos perdidos.',
        'Comprobar los caminos de almacenamiento, montar de nuevo el grupo y revisar las bases de datos que contiene.',
      ],
    },
  },
  {
    code: 'ORA-15173', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The ASM directory or alias does not exist',
      what: 'Part of an ASM path that was given does not exist.',
      why: 'A directory that was never created; a misspelt path; a different DB_UNIQUE_NAME.',
      todo: [
        'asmcmd ls shows the directories; asmcmd mkdir creates one.',
        'Name only the disk group in FORMAT and let Oracle build the path.',
      ],
    },
    es: {
      title: 'El directorio o alias de ASM no existe',
      what: 'No existe una parte de la ruta de ASM indicada.',
      why: 'Un directorio que nunca se creó; una ruta mal escrita; un DB_UNIQUE_NAME distinto.',
      todo: [
        'asmcmd ls muestra los directorios; asmcmd mkdir crea uno.',
        'Poner solo el grupo de discos en FORMAT y dejar que Oracle construya la ruta.',
      ],
    },
  },
];
