// Says what of a database is not known, so that silence about it is not taken for praise.
import type { TargetFacts } from '../../shared/lint/facts.ts';
import { useText } from '../i18n/text-provider.tsx';

export function UnknownFacts({ facts: { archivelog, edition, dataFiles, configured } }: { facts: TargetFacts }) {
  const { t } = useText();
  const unknown = [
    ...(archivelog === null ? [t('lint.fact-mode')] : []),
    ...(edition === null ? [t('lint.fact-edition')] : []),
    ...(dataFiles === null ? [t('lint.fact-files')] : []),
    ...(configured === null ? [t('lint.fact-configured')] : []),
  ];
  return unknown.length > 0 ? <p className="muted">{t('lint.unknownFacts', { facts: unknown.join(', ') })}</p> : null;
}
