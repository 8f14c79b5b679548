// Which Oracle codes are roots, wrappers, warnings or mere information when a log is read. Parsing knowledge only:
// what a code means to a person is explained elsewhere. Source: reference §3.9, §4.1, §4.4, §6.5.
import type { Severity } from '../../domain/log-facts.ts';
import { oneOf } from './patterns.ts';

function codes(prefix: string, numbers: string): string[] {
  return numbers.split(/\s+/).map((number) => `${prefix}-${number}`);
}

/** Where one of these is present it is the root, in this order, whatever stands below it. */
export const PRIORITY_CODES: readonly string[] = [
  'ORA-19809', 'ORA-19511', 'RMAN-01009', 'RMAN-01005', 'RMAN-06059',
];

/** They say which command or file failed, never why. ORA-19600/19601 name input and output of a failed image copy. */
export const WRAPPER_CODES: ReadonlySet<string> = new Set([
  ...codes('RMAN', '00571 00569 03002 03009 03008 03014 03015 00558 00554 00601 03004 03010 01007 01008 11003'),
  ...codes('RMAN', '12018 12019'),
  ...codes('ORA', '06512 01110 19583 19587 19624 17500 19600 19601 02063'),
]);

/** Roots only when nothing stronger remains. */
export const WEAK_CODES: ReadonlySet<string> = new Set([
  ...codes('RMAN', '04004 04005 04006 06004 06010 06026 06136 10031 10035 10038 05501'),
  ...codes('ORA', '00283 17503 17627 17629 19870'),
]);

/** The same for Data Pump: the generic first lines of its error groups. */
export const DATAPUMP_WRAPPER_CODES: ReadonlySet<string> = new Set([
  ...codes('ORA', '31693 02354 39001 39000 39002 39083 06512 39097 39065 39126 39125 39127 39123 39185 31626 02063'),
]);
export const DATAPUMP_WEAK_CODES: ReadonlySet<string> = new Set([
  ...codes('ORA', '39070 31640 31641 31633 31637 31638 00604'),
]);

/** Without a frame, these still say that a command failed (a frame can be lost to grep or to a damaged file). */
export const COMMAND_FAILURE_CODES: ReadonlySet<string> = new Set(
  codes(
    'RMAN',
    '00552 00554 00556 00558 00600 00601 03002 03004 03008 03009 03010 03014 03099 04004 04005 04006 06171',
  ),
);

/** After these the client leaves without its closing line [V 23.26, 9.2]: a log ending there is not cut. */
export const START_UP_FAILURE_CODES: ReadonlySet<string> = new Set(
  codes('RMAN', '00552 00554 00556 00557 00600 00601'),
);

const WARNINGS: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...codes('RMAN', '06207 06208 06210 06211 06212 06213 06214').map((code) => [code, 'warning'] as const),
  ...codes('RMAN', '06060 06061').map((code) => [code, 'strong'] as const),
  ...codes('RMAN', '06497 06525 06820 08118 08120 08137 08138 08139 08591').map((code) => [code, 'warning'] as const),
  ...codes('RMAN', '06900 06901 06908 06909 07517 07518 07529 07554 08132 08187 05026 05529').map(
    (code) => [code, 'info'] as const,
  ),
  ...codes('ORA', '28002 28011 19921 32004 32006').map((code) => [code, 'info'] as const),
]);

/** Follow-up lines of the mismatch block that RMAN-06207 opens. */
export const MISMATCH_BLOCK_CODES: ReadonlySet<string> = new Set(codes('RMAN', '06208 06210 06211 06212 06213 06214'));

/** How much a warning code weighs; null for every code that is no known warning. */
export function warningSeverity(code: string): Severity | null {
  return WARNINGS.get(code) ?? null;
}

/** `WARNING:` behind a code, in the languages of the RMAN client. */
const WARNING_WORD = oneOf(
  /^(?:warning|advertencia|avertissement|warnung|advertência|aviso|avvertenza|avviso|attenzione)\s?[:：]/i,
  /^(?:предупреждение|警告|경고|uyarı)\s?[:：]/i,
);

export function saysWarning(text: string): boolean {
  return WARNING_WORD.test(text);
}

/** Connected, started, mounted, opened, shut down: only MSGNO shows that these lines have a number. */
const STATE_LINES: ReadonlySet<number> = new Set([6193, 6196, 6199, 6400, 6402]);

/** Codes that MSGNO puts before ordinary output (reference §3.9). */
export function isInformational(code: string): boolean {
  if (!code.startsWith('RMAN-')) return false;
  const number = Number(code.slice(5));
  if (number >= 8000 && number <= 8999) return !WARNINGS.has(code);
  return (
    (number >= 6005 && number <= 6009) ||
    STATE_LINES.has(number) ||
    number === 3022 ||
    number === 3023 ||
    number === 3090 ||
    number === 3091 ||
    number === 572
  );
}

/** Data Pump groups that lose nothing: exists already, compiled with warnings, skipped by TABLE_EXISTS_ACTION. */
const DATAPUMP_BENIGN: ReadonlySet<string> = new Set([
  ...codes('ORA', '31684 39082 39151 39111'), 'IMP-00015',
]);
/** Groups that changed nothing in the data: waits that were resumed, hints. */
const DATAPUMP_WAIT: ReadonlySet<string> = new Set([...codes('ORA', '39171 39165'), 'EXP-00091']);
/** Lines that are no errors of the job, which can be "successfully completed" with them (reference §0 fact 29). */
const DATAPUMP_NOTICE: ReadonlySet<string> = new Set(codes('ORA', '39173 39357 39360'));

export function isDataPumpNotice(code: string): boolean {
  return DATAPUMP_NOTICE.has(code);
}

/** `strong` means that data or an object is missing (reference §6.4). */
export function datapumpSeverity(code: string): Severity {
  if (DATAPUMP_BENIGN.has(code)) return 'info';
  return DATAPUMP_WAIT.has(code) || DATAPUMP_NOTICE.has(code) ? 'warning' : 'strong';
}

/** Nested lines of a Data Pump group: they never open one of their own when they follow another code. */
export const DATAPUMP_NESTED_CODES: ReadonlySet<string> = new Set([
  ...codes('ORA', '02354 06512 01555 01653 01654 01691 01652 28365 00942 01917'),
  ...codes('ORA', '29283 29284 31640 31641 27037 27038 27040 39000'),
]);
