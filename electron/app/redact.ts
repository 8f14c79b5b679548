// Takes secrets out of text before it is written anywhere;
// the rules follow what RMAN and Data Pump accept (reference §1.2).

const RULES: readonly [RegExp, string][] = [
  // connect target "user/pw@dsn as sysbackup"
  [/\b(connect\s+(?:target|catalog|auxiliary)\s+)(?!\*)\S[^\r\n]*/gi, '$1*'],
  // SET ENCRYPTION … IDENTIFIED BY "pw", ENCRYPTION_PASSWORD=pw
  [/\b(identified\s+by\s+)("[^"]*"|'[^']*'|[^\s;]+)/gi, '$1*'],
  [/\b(encryption_password\s*=\s*)("[^"]*"|'[^']*'|\S+)/gi, '$1*'],
  // PARMS 'ENV=(…PASSWORD=…)'
  // also as a key of JSON, and of JSON within JSON
  [/\b(\w*(?:password|passwd|secret|token)\w*\\?["']?\s*[=:]\s*)("[^"]*"|\\"[^"\\]*\\"|'[^']*'|[^\s,;)}\]]+)/gi, '$1*'],
  // user/"pw"@dsn and user/pw@dsn, not paths and not OS authentication
  [/(^|[\s"'=(])([A-Za-z][\w$#]*)\/("[^"\r\n]+"|[^\s@/"'\\]+)@(?=[\w/(])/g, '$1$2/*@'],
];

/** `text` with every secret that it may show replaced by `*`. */
export function redact(text: string): string {
  return RULES.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}
