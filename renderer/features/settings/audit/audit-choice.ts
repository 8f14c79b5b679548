// What the audit is filtered by on screen, and what is asked of main for it. Pure.
import { auditActions, type AuditAction, type AuditFilter } from '../../../../shared/domain/audit.ts';

/** Kinds of actions as the filter offers them. */
export const auditGroups = ['target', 'strategy', 'run', 'schedule', 'settings', 'user', 'message'] as const;
export type AuditGroup = (typeof auditGroups)[number];

/** Days as a date field has them, of this workstation's calendar; '' is open. */
export type AuditChoice = { who: string; group: AuditGroup | ''; from: string; until: string };

export const noAuditChoice: AuditChoice = { who: '', group: '', from: '', until: '' };

const PREFIXES: Record<AuditGroup, readonly string[]> = {
  target: ['target.'],
  strategy: ['strategy.'],
  run: ['run.', 'queue.'],
  schedule: ['schedule.', 'occurrence.'],
  settings: ['settings.', 'password.'],
  user: ['user.'],
  message: ['message.'],
};

export const actionsOf = (group: AuditGroup): AuditAction[] =>
  auditActions.filter((action) => PREFIXES[group].some((prefix) => action.startsWith(prefix)));

type Dashed<Action extends string> = Action extends `${infer Kind}.${infer Deed}` ? `${Kind}-${Deed}` : never;

/** The text that says what was done. */
export const didKey = (action: AuditAction): `users.did-${Dashed<AuditAction>}` =>
  `users.did-${action.replace('.', '-') as Dashed<AuditAction>}`;

/** The last day counts whole. */
export function filterOf({ who, group, from, until }: AuditChoice): AuditFilter {
  return {
    who: who === '' ? null : who,
    actions: group === '' ? [] : actionsOf(group),
    from: midnight(from, 0),
    until: midnight(until, 1),
  };
}

function midnight(day: string, later: number): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year === undefined ? null : new Date(Number(year), Number(month) - 1, Number(date) + later).getTime();
}
