// Says in a few words what a strategy backs up and how, for lists.
import { isFilesScope, type BackupScope } from '../../../shared/domain/strategy/scope.ts';
import type { T } from '../../i18n/languages.ts';

/** For example `Incremental level 0`, `Tablespaces · Full`, `Archived logs`. */
export function kindText(scope: BackupScope, t: T): string {
  if (!isFilesScope(scope)) return t(`options.${scope.kind}`);
  const { mode } = scope;
  const how = mode === 'image-copy' || mode === 'updated-copy' ? t(`options.${mode}`) : t(`strategies.${mode}`);
  return scope.kind === 'database' ? how : `${t(`options.${scope.kind}`)} · ${how}`;
}
