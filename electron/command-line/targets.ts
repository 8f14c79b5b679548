// `respaldo targets`: the databases of the profile.
import { placeText } from '../../shared/domain/runner-place.ts';
import { isRemote } from '../../shared/domain/target.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';

const DISABLED = { en: '(disabled)', es: '(deshabilitada)' };

/** Prints no secret: a target holds none. */
export function targets(command: ParsedCommand, terminal: Terminal): Promise<number> {
  return withProfile(command, terminal, async ({ store }) => {
    const all = await store.targets.list();
    if (command.json) {
      const rows = all.map(({ id, enabled, spec }) => ({ id, enabled, target: spec }));
      terminal.out(`${JSON.stringify({ respaldo: 'targets', schemaVersion: 1, targets: rows }, null, 2)}\n`);
    } else {
      terminal.out(
        columns(
          all.map(({ id, enabled, spec }) => [
            id,
            spec.name,
            spec.runner.kind,
            isRemote(spec.runner) ? placeText(spec.runner) : '',
            spec.login.kind,
            enabled ? '' : DISABLED[command.language],
          ]),
        ),
      );
    }
    return EXIT.good;
  });
}
