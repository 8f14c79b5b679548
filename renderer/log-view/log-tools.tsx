// The row of tools over a log, and the line that says where one is.
import { ArrowDownToLine, ChevronDown, ChevronUp, CircleX, Copy, Hash, Save, Search, WrapText } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import type { WindowView } from './log-window.ts';
import { selectedRange, type Selection } from './selection.ts';

type LogToolsProps = {
  view: WindowView;
  selection: Selection | null;
  wrap: boolean;
  finding: boolean;
  onFind(): void;
  onGoTo(): void;
  onNextError(): void;
  onPreviousError(): void;
  onWrap(): void;
  onCopy(): void;
  onSave: (() => void) | null;
  onFollow(): void;
};

export function LogTools(props: LogToolsProps) {
  const { view, selection, wrap, finding, onSave } = props;
  const { t } = useText();
  return (
    <div className="log-tools" role="toolbar" aria-label={t('log.tools')}>
      <Position view={view} selection={selection} />
      <FollowState view={view} onFollow={props.onFollow} />
      <span className="log-tools-group log-error-tools">
        <CircleX aria-hidden="true" size={14} />
        <IconButton icon={ChevronUp} label={`${t('log.previousError')} (⇧F8)`} onClick={props.onPreviousError} />
        <IconButton icon={ChevronDown} label={`${t('log.nextError')} (F8)`} onClick={props.onNextError} />
      </span>
      <span className="log-tools-group">
        <IconButton icon={Search} label={t('log.find')} pressed={finding} onClick={props.onFind} />
        <IconButton icon={Hash} label={t('log.goToLine')} onClick={props.onGoTo} />
        <IconButton icon={WrapText} label={t('log.wrap')} pressed={wrap} onClick={props.onWrap} />
        <IconButton icon={Copy} label={t('log.copy')} onClick={props.onCopy} />
        {onSave && <IconButton icon={Save} label={t('log.save')} onClick={onSave} />}
      </span>
    </div>
  );
}

function Position({ view, selection }: { view: WindowView; selection: Selection | null }) {
  const { t, format } = useText();
  if (view.total === 0) return <span className="log-position" />;
  const total = format.number(view.total);
  const count = selection ? selectedRange(selection).count : 0;
  return (
    <span className="log-position muted">
      {count > 1
        ? t('log.selected', { count })
        : selection
          ? t('log.position', { line: format.number(selection.head + 1), total })
          : t('log.total', { count: view.total })}
    </span>
  );
}

function FollowState({ view, onFollow }: { view: WindowView; onFollow(): void }) {
  const { t } = useText();
  if (!view.growing && view.newLines === 0) return null;
  if (view.following) {
    return (
      <span className="log-following">
        <ArrowDownToLine aria-hidden="true" size={14} />
        {t('log.following')}
      </span>
    );
  }
  return (
    <Button icon={ArrowDownToLine} onClick={onFollow}>
      {view.newLines > 0 ? t('log.followAgainNew', { count: view.newLines }) : t('log.followAgain')}
    </Button>
  );
}
