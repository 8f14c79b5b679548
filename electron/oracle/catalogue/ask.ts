// Asks one question: chooses the text for the release, and turns what goes wrong into the state of this one answer.
import type { SqlBinds, SqlSession } from '../../app/oracle-ports.ts';
import type { PanelResult } from '../../../shared/domain/catalogue/panel.ts';
import { releaseText, type Release } from '../../../shared/domain/catalogue/release.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { probes, type Question, type QuestionText, type ViewName } from './question.ts';

/** What says that a view may not be seen or not be read; ORA-41900 is how 23ai names the missing privilege. */
const MISSING_PRIVILEGE = new Set(['ORA-00942', 'ORA-01031', 'ORA-41900']);

/** Whom a grant is for, and how to tell the time. */
export type Asker = { user: string; now(): number };

type NoAnswer = Exclude<PanelResult<never>, { state: 'ok' }>;

/** Never rejects for what Oracle answers; an exception means a mistake of ours. */
export async function ask<Value>(
  session: SqlSession,
  question: Question<Value>,
  release: Release,
  asker: Asker,
  binds: SqlBinds = {},
): Promise<PanelResult<Value>> {
  const chosen = question.texts.find(({ since }) => release >= since);
  if (!chosen) return { state: 'unsupported', since: releaseText(question.texts.at(-1)?.since ?? 0) };
  try {
    const found = await session.query(chosen.sql, binds, { maxRows: question.maxRows + 1 });
    const askedAt = asker.now();
    const cut = found.length > question.maxRows;
    return { state: 'ok', value: question.read(found.slice(0, question.maxRows), { nowMs: askedAt, cut }), askedAt };
  } catch (error) {
    return refused(error, () => missingGrants(session, chosen, asker.user));
  }
}

/** What an error makes of the answer. A probe that fails for another reason must not make up a missing grant. */
async function refused(error: unknown, grantsOf: () => Promise<string[]>): Promise<NoAnswer> {
  if (!(error instanceof AppError)) throw error;
  if (!isRefusal(error)) return { state: 'failed', error: error.report() };
  try {
    return { state: 'denied', code: String(error.params['code']), grants: await grantsOf() };
  } catch (lost) {
    if (!(lost instanceof AppError)) throw lost;
    return { state: 'failed', error: lost.report() };
  }
}

const isRefusal = ({ params }: AppError): boolean => MISSING_PRIVILEGE.has(String(params['code'] ?? ''));

/** The grants that are missing for a text; all that it needs when each view alone can be read. */
async function missingGrants(session: SqlSession, { views }: QuestionText, user: string): Promise<string[]> {
  const missing: ViewName[] = [];
  for (const view of views) if (!(await mayRead(session, view))) missing.push(view);
  return (missing.length > 0 ? missing : views).map((view) => grantOf(view, user));
}

/** @throws AppError when it is no privilege that the view is not answered for */
async function mayRead(session: SqlSession, view: ViewName): Promise<boolean> {
  try {
    await session.query(probes[view]);
    return true;
  } catch (error) {
    if (error instanceof AppError && isRefusal(error)) return false;
    throw error;
  }
}

/** Fixed views are granted by their real name, `V_$…`; `V$…` is only a synonym (ORA-02030). */
const grantOf = (view: ViewName, user: string): string =>
  ['GRANT SELECT ON', `sys.${view}`, 'TO', user.toUpperCase()].join(' ');
