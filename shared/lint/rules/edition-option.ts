// Options that need Enterprise Edition or a licence of their own (reference §2.9), each by its name.
import { editionNeeds, isEnterprise, type EditionNeed } from '../../domain/strategy/edition.ts';
import { rule, type Repair, type Severity } from '../finding.ts';
import type { Member } from '../lint-set.ts';
import { repair } from '../repairs.ts';

/** `channels`: how many, where they are what only Enterprise Edition does side by side; `null` for another option. */
type Params = { name: string; option: string; channels: number | null; licence: string | null; edition: string | null };

export const editionOption = rule<Params>({
  name: 'edition-option',
  judges: 'strategy',
  find({ enabled, facts }) {
    const known = facts.edition;
    const enterprise = known !== null && isEnterprise(known.name);
    const edition = known === null ? null : (known.name ?? 'Standard Edition');
    return enabled.flatMap((member) =>
      editionNeeds(member.spec)
        .filter(({ licence }) => !enterprise || licence !== null)
        .map((need) => ({
          severity: severityOf(need, known !== null && !enterprise),
          strategies: [member.id],
          path: need.path,
          params: {
            name: member.name, option: need.option, channels: channelsOf(need, member), licence: need.licence, edition,
          },
          repairs: repairsOf(need, member),
        })),
    );
  },
  words: {
    en: ({ name, option, channels, licence, edition }) => ({
      title: `“${name}” uses ${channels === null ? option : `${channels} channels`}: ${licence === null ? 'Enterprise Edition' : `Enterprise Edition with ${licence}`}`,
      why: edition === null
        ? 'Which edition this database has is not known here.'
        : licence !== null && /enterprise|personal/i.test(edition)
          ? `The database is ${edition}. Oracle does not check the licence: it counts the use, and the next audit finds it.`
          : `The database is ${edition}, which ${channels !== null ? 'runs the channels one after the other (RMAN-06908)' : 'does not have it'}.`,
      example: channels !== null
        ? 'The backup that was planned for one hour takes four, with a warning in every log.'
        : licence === null
          ? 'On a Standard Edition the run ends with an error, and there is no backup that night.'
          : `On a Standard Edition the run ends with an error and there is no backup that night; on Enterprise Edition without ${licence} the use is billed afterwards.`,
      todo: licence === null ? 'Do without, or run it where the edition allows it.' : `Make sure that ${licence} is licensed, or do without.`,
    }),
    es: ({ name, option, channels, licence, edition }) => ({
      title: `«${name}» usa ${channels === null ? option : `${channels} canales`}: ${licence === null ? 'Enterprise Edition' : `Enterprise Edition con ${licence}`}`,
      why: edition === null
        ? 'No se sabe aquí qué edición tiene esta base de datos.'
        : licence !== null && /enterprise|personal/i.test(edition)
          ? `La base de datos es ${edition}. Oracle no comprueba la licencia: anota el uso, y la siguiente auditoría lo encuentra.`
          : `La base de datos es ${edition}, que ${channels !== null ? 'ejecuta los canales uno tras otro (RMAN-06908)' : 'no la tiene'}.`,
      example: channels !== null
        ? 'La copia prevista para una hora tarda cuatro, con un aviso en cada log.'
        : licence === null
          ? 'En una Standard Edition la ejecución acaba en error y esa noche no hay copia.'
          : `En una Standard Edition la ejecución acaba en error y esa noche no hay copia; en Enterprise Edition sin ${licence}, el uso se factura después.`,
      todo: licence === null ? 'Prescindir de ello, o ejecutarlo donde la edición lo permita.' : `Comprobar que ${licence} está licenciado, o prescindir de ello.`,
    }),
  },
});

const channelsOf = ({ otherwise }: EditionNeed, { spec }: Member): number | null =>
  otherwise === 'serial' ? spec.channels : null;

function severityOf({ otherwise }: EditionNeed, lacks: boolean): Severity {
  return lacks && otherwise === 'refused' ? 'serious' : 'hint';
}

/** To give up encryption is nobody's one click. */
function repairsOf({ path, licence }: EditionNeed, member: Member): Repair[] {
  if (path === 'compression' && licence !== null) return repair('basic-compression', member, { compression: 'basic' });
  // With a channel its place may go.
  if (path !== 'channels' || member.spec.perChannel.some(({ format }) => format !== null)) return [];
  return repair('one-channel', member, { channels: 1, perChannel: member.spec.perChannel.slice(0, 1) });
}
