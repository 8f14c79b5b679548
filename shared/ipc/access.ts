// THE declaration of who may use each endpoint of the contract, with the least role that it needs. Main enforces it at
// the router; the window only looks here to disable what would be refused.
import { covers, type Role, type Session } from '../domain/user.ts';
import type { CallName, StreamName, TopicName } from './contract.ts';

/** `anyone`: even while the window is locked; such an endpoint tells nothing about databases or backups. */
export type Access = 'anyone' | Role;

export type EndpointToAccess = CallName | StreamName | TopicName;

/** Complete by its type: an endpoint without a role does not compile. */
export const access: Readonly<Record<EndpointToAccess, Access>> = {
  'app.info': 'anyone',
  'app.reportException': 'anyone',
  'session.current': 'anyone',
  'session.logIn': 'anyone',
  'session.lock': 'anyone',
  'session.logOut': 'anyone',
  'session.changed': 'anyone',

  'app.snapshot': 'viewer',
  'state.patch': 'viewer',
  'app.copyText': 'viewer',
  'settings.setAppearance': 'viewer',
  'users.changeOwnPassword': 'viewer',
  'schedule.between': 'viewer',
  'schedule.strips': 'viewer',
  'schedule.requirements': 'viewer',
  'notify.outbox': 'viewer',
  'notify.hasMailPassword': 'viewer',
  'targets.deletionEffect': 'viewer',
  'strategies.deletionEffect': 'viewer',
  'strategies.versions': 'viewer',
  'strategyFiles.export': 'viewer',
  'strategyFiles.saveScript': 'viewer',
  'strategyFiles.openScript': 'viewer',
  'drafts.list': 'viewer',
  'drafts.put': 'viewer',
  'drafts.drop': 'viewer',
  'catalogue.panel': 'viewer',
  'doctor.foreseeDeletions': 'viewer',
  'lint.facts': 'viewer',
  'lint.knownFacts': 'viewer',
  'simulation.facts': 'viewer',
  'runs.list': 'viewer',
  'runs.detail': 'viewer',
  'runs.lines': 'viewer',
  'runs.find': 'viewer',
  'runs.export': 'viewer',
  'runs.saveLog': 'viewer',
  'runs.showPiece': 'viewer',
  'runs.tail': 'viewer',
  'databases.reconnect': 'operator',
  'logDatabase.look': 'viewer',
  'sync.quarantine': 'viewer',
  'sync.workstations': 'viewer',
  'team.status': 'viewer',
  'team.strategies': 'viewer',
  'team.shared': 'viewer',
  'logDatabase.preview': 'viewer',
  'logDatabase.grants': 'viewer',
  'logDatabase.saveScript': 'viewer',

  'runs.start': 'operator',
  'sync.tryAgain': 'operator',
  'sync.retry': 'operator',
  'runs.again': 'operator',
  'runs.cancel': 'operator',
  'queue.move': 'operator',
  'queue.clear': 'operator',
  'schedule.pause': 'operator',
  'schedule.resume': 'operator',
  'schedule.skip': 'operator',
  'schedule.cancelRetry': 'operator',
  'schedule.retryNow': 'operator',
  'notify.tryAgain': 'operator',
  'notify.discard': 'operator',

  'app.createDemo': 'administrator',
  'settings.save': 'administrator',
  'settings.readEnv': 'administrator',
  'notify.setMailPassword': 'administrator',
  'notify.forgetMailPassword': 'administrator',
  'notify.testMail': 'administrator',
  'notify.testWebhook': 'administrator',
  'notify.testHeartbeat': 'administrator',
  'notify.testDesktop': 'administrator',
  'targets.create': 'administrator',
  'targets.update': 'administrator',
  'targets.clone': 'administrator',
  'targets.setEnabled': 'administrator',
  'targets.setPassword': 'administrator',
  'targets.forgetPassword': 'administrator',
  'targets.remove': 'administrator',
  'strategySecrets.hasPassword': 'viewer',
  'strategySecrets.setPassword': 'administrator',
  'strategySecrets.forgetPassword': 'administrator',
  'strategies.create': 'administrator',
  'team.share': 'administrator',
  'team.join': 'administrator',
  'team.settle': 'administrator',
  'strategies.update': 'administrator',
  'strategies.clone': 'administrator',
  'strategies.setEnabled': 'administrator',
  'strategies.remove': 'administrator',
  /** Starts the program that the form names. */
  'doctor.examine': 'administrator',
  /** Looks at any directory that the form names. */
  'strategies.check': 'administrator',
  'databases.setPassword': 'administrator',
  'databases.forgetPassword': 'administrator',
  /** Connects to wherever the form says. */
  'databases.test': 'administrator',
  'logDatabase.save': 'administrator',
  'logDatabase.setPassword': 'administrator',
  'logDatabase.forgetPassword': 'administrator',
  /** Connects to wherever the form says. */
  'logDatabase.test': 'administrator',
  'logDatabase.install': 'administrator',
  'users.list': 'administrator',
  'users.create': 'administrator',
  'users.setRole': 'administrator',
  'users.setEnabled': 'administrator',
  'users.resetPassword': 'administrator',
  'users.remove': 'administrator',
  'audit.list': 'administrator',
  'audit.names': 'administrator',
  'audit.export': 'administrator',
};

/** Why somebody may not; `null`: they may. */
export type Refusal = 'session.locked' | 'role.operator-needed' | 'role.administrator-needed';

/** The one rule. Without users whoever sits here may do everything. */
export function refusalOf(needed: Access, session: Session): Refusal | null {
  if (needed === 'anyone' || session.state === 'without-users') return null;
  if (session.state === 'locked') return 'session.locked';
  if (covers(session.user.role, needed)) return null;
  return needed === 'administrator' ? 'role.administrator-needed' : 'role.operator-needed';
}
