// SET: session and RUN settings, each with the line it prints.
import type { SetCommand } from '../language/commands.ts';
import { CommandFailure } from '../output/stack.ts';
import type { Session } from './session.ts';

export function executeSet(session: Session, command: SetCommand): void {
  if (command.setting === 'echo') {
    session.say('echoSet', { state: command.value ? 'on' : 'off' });
    return;
  }
  session.say('executing', { what: command.label });
  apply(session, command);
}

function apply(session: Session, command: SetCommand): void {
  const { settings } = session;
  switch (command.setting) {
    case 'command-id':
      settings.commandId = command.value;
      return;
    case 'autobackup-format':
      if (!command.value.includes('%F')) {
        throw new CommandFailure([`RMAN-06492: control file autobackup format "${command.value}" must specify a "%F"`]);
      }
      settings.autobackupFormat[command.device] = command.value;
      return;
    case 'backup-copies':
      if (command.value < 1 || command.value > 4)
        throw new CommandFailure(['RMAN-06085: number of copies must be between 1 and 4']);
      settings.copies = command.value;
      return;
    case 'compression':
      requireAlgorithm(session, command.value);
      settings.compression = command.value;
      return;
    case 'encryption':
      settings.encryption = { on: command.on, password: command.password, only: command.only };
      return;
    case 'decryption':
      settings.decryption = command.passwords;
      return;
    case 'until':
      settings.until = command.point;
      return;
    case 'dbid':
      if (
        session.target !== null &&
        session.store.read().openMode !== 'STARTED' &&
        command.value !== session.store.read().dbid
      ) {
        throw new CommandFailure([`RMAN-06188: cannot use command when connected to a mounted target database`]);
      }
      return;
    default:
  }
}

function requireAlgorithm(session: Session, value: string): void {
  if (!['BASIC', 'LOW', 'MEDIUM', 'HIGH'].includes(value)) {
    throw new CommandFailure([`ORA-19930: file algorithm '${value}' is not valid`]);
  }
  if (value !== 'BASIC' && session.store.read().edition !== 'EE') {
    throw new CommandFailure(['ORA-00439: feature not enabled: Advanced Compression']);
  }
}
