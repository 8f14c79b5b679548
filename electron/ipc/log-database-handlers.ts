// Ties the endpoints of the log database to its service; converts, decides nothing.
import type { Application } from '../app/compose.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import { saveStatements } from './written-files.ts';

type Own = Extract<keyof RespaldoHandlers, `logDatabase.${string}`>;

export function logDatabaseHandlers({ logDatabase, ports }: Application): Pick<RespaldoHandlers, Own> {
  return {
    'logDatabase.save': (next) => logDatabase.save(next),
    'logDatabase.setPassword': ({ password, acceptPlainText }) => logDatabase.setPassword(password, acceptPlainText),
    'logDatabase.forgetPassword': () => logDatabase.forgetPassword(),
    'logDatabase.test': ({ settings, password }) => logDatabase.test(settings, password),
    'logDatabase.look': () => logDatabase.look(),
    'logDatabase.preview': ({ connected }) => logDatabase.preview(connected),
    'logDatabase.install': () => logDatabase.install(),
    'logDatabase.grants': (names) => logDatabase.grants(names),
    'logDatabase.saveScript': ({ name, statements }) => saveStatements(ports.desktop, name, statements),
  };
}
