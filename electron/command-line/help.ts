// The help page of the command line in both languages.
import type { Language } from '../../shared/domain/settings.ts';

const HELP: Record<Language, string> = {
  en: `respaldo: Oracle RMAN backups from the terminal

  respaldo explain <log file | ->           what an RMAN or Data Pump log came to, and why
      --exit-code <n>   the exit code of the program that wrote it, as further evidence
      --strict          exit code 6 instead of 0 when there are warnings
  respaldo script <strategy | file.json | ->   the RMAN script or parfile, exactly as it will run
      --id <text>       the COMMAND ID to put into it
  respaldo run <strategy>                   run it, follow its output, end with its verdict
      --quiet, -q       print the verdict only          --strict as above
  respaldo runs                             the Bitácora, newest first
      --strategy, --target <name>   --state <state>   --since, --until <date>   --text <words>   --limit <n>
  respaldo log <run> [-f]                   the log of a run; -f follows it to its end
  respaldo strategies [--target <name>]     all strategies with last attempt and last good run
  respaldo strategies export [<strategy>…] [--target <name>] [--out <file>]
                                            a file with these strategies, or with all; no password is ever in it
  respaldo strategies import <file.json|-> [--target <name>] [--dry-run]
                                            what the file would add and change, and does it unless --dry-run
  respaldo targets                          all databases
  respaldo target test <database>           its SQL connection, step by step; exit code 1 when a step fails
      --password-stdin  the password comes from standard input, not from the keychain   --strict as above
  respaldo doctor <database>                everything a run on it needs, row by row; exit code 1 when one is red,
                                            3 when nothing is red but something cannot be seen   --strict as above
  respaldo simulate [<database>] [--days <n>]   what there would be on each of the next days; 7 if nothing, or full
      --miss <strategy>@<time>   that run fails; @<date> all of that day, two dots behind it (@<date>..) all from then on
  respaldo lint [<database> | <strategy> | <file.json | ->] [--target <name>]
                                            what is wrong with strategies before they run; exit code 1 when
                                            something serious is   --strict: 6 with a caution
  respaldo status                           how everything stands; exit code 7 when something needs a look
  respaldo queue                            what is under way and what waits, and for what
  respaldo why <strategy>                   what a start of it needs now; exit code 7 when something holds it back
  respaldo pause [--for 8h | --until <time>]   nothing starts by itself until then; else until resumed
  respaldo resume                           end the pause
  respaldo outbox [--limit <n>]             messages on their way, sent or refused
  respaldo sync status                      facts on their way to the log tables in Oracle, and what was refused
  respaldo sync drain                       send all of them now; exit code 5 when that could not be done
  respaldo log-db ddl [--from <version>]    the statements of the log tables in Oracle, to read or to hand over
      --grants          users, rights and quota instead   --owner, --writer, --reader, --tablespace <name>
  respaldo log-db status                    how the log tables stand; exit code 7 unless they are complete
  respaldo log-db install                   install, continue or upgrade them
      --password-stdin  the password comes from standard input, not from the keychain (status too)
  respaldo schedule list [--days <n>]       the next start of every strategy, or every start of the next n days
      --target <name>
  respaldo users list | add <name> [--role viewer|operator|administrator] | role <name> <role>
                 enable <name> | disable <name> | remove <name> | password [<name>]
  respaldo audit [--since, --until <date>] [--who <user>] [--action <action>] [--limit <n>]   what people did
  respaldo schedule next "<cron>"           when a cron expression of 5 or 6 fields occurs next
      --zone <IANA name>   else this machine's   --from <ISO time>   else now   --count <n>   else 5

Everywhere:  --json   --lang es|en   --profile <directory>   --help
With users:  --user <name>; the password is asked for, or read from the first line of standard input
Exit codes:  0 good   1 failed   2 wrong usage   3 unknown   4 cancelled   5 could not be done   6 warnings (--strict)
             7 needs a look (status, why, log-db status)
`,
  es: `respaldo: copias de seguridad de Oracle RMAN desde el terminal

  respaldo explain <archivo de log | ->     en qué acabó un log de RMAN o Data Pump, y por qué
      --exit-code <n>   código de salida del programa que lo escribió, como prueba adicional
      --strict          código de salida 6 en lugar de 0 cuando hay avisos
  respaldo script <estrategia | archivo.json | ->   el script de RMAN o el parfile, tal como se ejecutará
      --id <texto>      el COMMAND ID que se pondrá en él
  respaldo run <estrategia>                 la ejecuta, muestra su salida y acaba con su veredicto
      --quiet, -q       muestra solo el veredicto       --strict como arriba
  respaldo runs                             la bitácora, lo más reciente primero
      --strategy, --target <nombre>   --state <estado>   --since, --until <fecha>   --text <palabras>   --limit <n>
  respaldo log <ejecución> [-f]             el log de una ejecución; -f lo sigue hasta el final
  respaldo strategies [--target <nombre>]   todas las estrategias con su último intento y su última copia buena
  respaldo strategies export [<estrategia>…] [--target <nombre>] [--out <archivo>]
                                            un archivo con esas estrategias, o con todas; nunca lleva contraseñas
  respaldo strategies import <archivo.json|-> [--target <nombre>] [--dry-run]
                                            lo que el archivo añadiría y cambiaría; lo hace salvo con --dry-run
  respaldo targets                          todas las bases de datos
  respaldo target test <base de datos>      su conexión SQL, paso a paso; código de salida 1 si falla algún paso
      --password-stdin  la contraseña llega por la entrada estándar, no del llavero   --strict como arriba
  respaldo doctor <base de datos>           todo lo que necesita una ejecución, fila a fila; código 1 si una está en rojo,
                                            3 si no hay rojo pero algo no se puede ver   --strict como arriba
  respaldo simulate [<base de datos>] [--days <n>]   qué habría cada uno de los próximos días; 7 si nada, o si se llena
      --miss <estrategia>@<hora>   esa ejecución falla; @<fecha> todas las del día; con dos puntos (@<fecha>..) desde entonces
  respaldo lint [<base de datos> | <estrategia> | <archivo.json | ->] [--target <nombre>]
                                            qué está mal en las estrategias antes de ejecutarse; código 1 si hay
                                            algo grave   --strict: 6 con una precaución
  respaldo status                           cómo está todo; código de salida 7 si algo requiere atención
  respaldo queue                            qué está en curso y qué espera, y a qué
  respaldo why <estrategia>                 qué necesita ahora para empezar; código de salida 7 si algo lo impide
  respaldo pause [--for 8h | --until <hora>]   nada empieza por sí solo hasta entonces; si falta, hasta reanudar
  respaldo resume                           termina la pausa
  respaldo outbox [--limit <n>]             mensajes pendientes, enviados o rechazados
  respaldo sync status                      hechos pendientes para las tablas de bitácora en Oracle, y los rechazados
  respaldo sync drain                       los envía todos ahora; código de salida 5 si no se pudo
  respaldo log-db ddl [--from <versión>]    las sentencias de las tablas de bitácora en Oracle, para leerlas o entregarlas
      --grants          en su lugar usuarios, permisos y cuota   --owner, --writer, --reader, --tablespace <nombre>
  respaldo log-db status                    cómo están las tablas de bitácora; código de salida 7 si no están completas
  respaldo log-db install                   las instala, continúa o actualiza
      --password-stdin  la contraseña llega por la entrada estándar y no del llavero (también en status)
  respaldo schedule list [--days <n>]       el próximo inicio de cada estrategia, o todos los de los próximos n días
      --target <nombre>
  respaldo users list | add <nombre> [--role viewer|operator|administrator] | role <nombre> <rol>
                 enable <nombre> | disable <nombre> | remove <nombre> | password [<nombre>]
  respaldo audit [--since, --until <fecha>] [--who <usuario>] [--action <acción>] [--limit <n>]   qué hizo cada uno
  respaldo schedule next "<cron>"           próximas ocurrencias de una expresión cron de 5 o 6 campos
      --zone <nombre IANA>   si falta, la de este equipo   --from <hora ISO>   si falta, ahora   --count <n>   si falta, 5

En todos:  --json   --lang es|en   --profile <directorio>   --help
Con usuarios:  --user <nombre>; la contraseña se pide, o se lee de la primera línea de la entrada estándar
Códigos de salida:  0 bien   1 fallo   2 uso incorrecto   3 desconocido   4 cancelada   5 no se pudo hacer   6 avisos (--strict)
                    7 requiere atención (status, why, log-db status)
`,
};

export const helpText = (language: Language): string => HELP[language];
