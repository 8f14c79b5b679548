// `respaldo status`: how the profile stands, in one page, one object, one exit code.
import type { Language } from '../../shared/domain/settings.ts';
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { isoTime } from './moments.ts';
import { outboxSummary } from './outbox.ts';
import { withProfile } from './profile-session.ts';
import { runRow } from './run-as-json.ts';
import { readStatus, type Attention, type Status } from './status-facts.ts';
import { attentionText, statusText } from './status-text.ts';
import type { Terminal } from './terminal.ts';

/** Ends with `EXIT.attention` when something needs a look. */
export function status(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const { language } = command;
  return withProfile(command, terminal, async (session) => {
    const found = await readStatus(session, Date.now());
    terminal.out(command.json ? `${JSON.stringify(asJson(found, language), null, 2)}\n` : statusText(found, language));
    return found.attention.length > 0 ? EXIT.attention : EXIT.good;
  });
}

function asJson(found: Status, language: Language) {
  const { supervisor, pause, active, waiting, strategies, outbox, attention } = found;
  return {
    respaldo: 'status',
    schemaVersion: 1,
    supervised: supervisor !== null,
    paused: pause && { since: isoTime(pause.since), until: isoTime(pause.until) },
    attention: attention.map((one) => ({ ...attentionRow(one), text: attentionText(one, language) })),
    active: active.map(({ run, waitsFor }) => ({ ...runRow(run, language), waitsFor })),
    waiting: waiting.map(({ instant, updatedAt, ...rest }) => ({
      ...rest,
      instant: isoTime(instant),
      updatedAt: isoTime(updatedAt),
    })),
    strategies: strategies.map(({ strategy, targetName, enabled, next, overdueSince, lastAttempt, lastGood }) => ({
      id: strategy.id,
      name: strategy.spec.name,
      target: { id: strategy.targetId, name: targetName },
      enabled,
      next: isoTime(next),
      overdueSince: isoTime(overdueSince),
      lastAttempt: lastAttempt && runRow(lastAttempt, language),
      lastGood: lastGood && runRow(lastGood, language),
    })),
    outbox: outboxSummary(outbox),
  };
}

function attentionRow(one: Attention) {
  switch (one.kind) {
    case 'unsupervised':
      return { kind: one.kind };
    case 'refused':
      return { kind: one.kind, count: one.count };
    case 'overdue':
      return { kind: one.kind, strategyId: one.of.strategy.id, since: isoTime(one.since) };
    case 'not-good':
      return { kind: one.kind, strategyId: one.of.strategy.id, runId: one.run.id };
  }
}
