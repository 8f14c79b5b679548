// Users as log-on knows them: verifier, locked, expired, administrative privileges. What they may do is elsewhere.
import { makeVerifier, type Verifier, type VerifierKind } from './verifier.ts';

export type UserSpec = {
  password: string;
  verifier?: VerifierKind;
  locked?: boolean;
  expired?: boolean;
  /** Administrative privileges that may be asked for: SYSDBA, SYSBACKUP …. */
  administrative?: string[];
  /** System privileges and roles; CREATE SESSION is held unless `grants` is given without it. */
  grants?: string[];
};

export type LogonAccount = {
  name: string;
  verifier: Verifier;
  locked: boolean;
  expired: boolean;
  administrative: Set<string>;
  failedLogons: number;
};

export function newLogonAccount(name: string, spec: UserSpec): LogonAccount {
  return {
    name,
    verifier: makeVerifier(spec.password, spec.verifier ?? '12c'),
    locked: spec.locked ?? false,
    expired: spec.expired ?? false,
    administrative: new Set(spec.administrative ?? []),
    failedLogons: 0,
  };
}

/** As Oracle folds it: upper case unless quoted. */
export const foldUser = (name: string): string => (name.startsWith('"') ? name.slice(1, -1) : name.toUpperCase());
