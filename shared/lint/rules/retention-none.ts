// Obsolete backups are to go by the configured policy, and the database is configured to keep everything.
import { rule } from '../finding.ts';
import { withWindow } from '../repairs.ts';

export const retentionNone = rule<{ name: string }>({
  name: 'retention-none',
  judges: 'strategy',
  find({ enabled, facts }) {
    if (facts.configured?.retention.kind !== 'none') return [];
    return enabled.flatMap((member) => {
      if (member.spec.afterwards.deleteObsolete?.kind !== 'configured') return [];
      const params = { name: member.name };
      return [{ severity: 'caution', strategies: [member.id], path: 'afterwards.deleteObsolete', params, repairs: withWindow(member, 14) }];
    });
  },
  words: {
    en: ({ name }) => ({
      title: `“${name}” deletes by a policy that keeps everything`,
      why: 'The database has RETENTION POLICY TO NONE: nothing is ever obsolete, and DELETE OBSOLETE only warns (RMAN-06525).',
      example: 'The step is green every night. In two months the destination is full and the backups begin to fail.',
      todo: 'Say in the strategy itself how far back it must be possible to go.',
    }),
    es: ({ name }) => ({
      title: `«${name}» borra según una política que lo conserva todo`,
      why: 'La base tiene RETENTION POLICY TO NONE: nada es nunca obsoleto, y DELETE OBSOLETE solo avisa (RMAN-06525).',
      example: 'El paso sale en verde cada noche. En dos meses el destino está lleno y las copias empiezan a fallar.',
      todo: 'Decir en la propia estrategia hasta dónde se debe poder volver.',
    }),
  },
});
