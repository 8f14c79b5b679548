// What differs between the Oracle releases the simulator can be (reference §1.4, §1.5, §2.8, §4.4). Pure facts.

export type ReleaseName = '11.2' | '12.2' | '19' | '21' | '23' | '26';

export interface Release {
  readonly name: ReleaseName;
  readonly major: number;
  /** In the banner line. */
  readonly banner: string;
  /** The `Version` line, 18c and later. */
  readonly version: string | null;
  readonly copyrightYear: number;
  /** `WARNING:` up to 12.1, `warning:` since 12.2. */
  readonly warning: 'WARNING' | 'warning';
  /** What %U becomes in a piece name. */
  readonly uniquePiece: '%u_%p_%c' | '%u_%s_%p_%c';
  /** Commands read from standard input are echoed (19c and later). */
  readonly echoesInput: boolean;
  /** SQL without the SQL keyword (12.1+). */
  readonly directSql: boolean;
  /** Keywords that came with a later release (containers: 12.1). */
  readonly unknownWords: ReadonlySet<string>;
  readonly autobackupDefault: 'ON' | 'OFF';
  /** 23ai changed the texts of network and credential errors. */
  readonly newNetworkTexts: boolean;
  /** 23.26+ prints the command id, help links and trace file around a stack. */
  readonly diagnostics: boolean;
  readonly encryptionDefault: 'AES128' | 'AES256';
}

const old = {
  version: null,
  warning: 'WARNING',
  uniquePiece: '%u_%p_%c',
  echoesInput: false,
  directSql: false,
  unknownWords: new Set(['pluggable', 'root']),
  autobackupDefault: 'OFF',
  newNetworkTexts: false,
  diagnostics: false,
  encryptionDefault: 'AES128',
} as const;

const recent = { ...old, warning: 'warning', directSql: true, unknownWords: new Set<string>(), autobackupDefault: 'ON' } as const;
const unified = { ...recent, echoesInput: true, uniquePiece: '%u_%s_%p_%c' } as const;

export const RELEASES: Record<ReleaseName, Release> = {
  '11.2': { ...old, name: '11.2', major: 11, banner: '11.2.0.4.0', copyrightYear: 2011 },
  '12.2': { ...recent, name: '12.2', major: 12, banner: '12.2.0.1.0', copyrightYear: 2017 },
  '19': {
    ...unified,
    name: '19',
    major: 19,
    banner: '19.0.0.0.0',
    version: '19.27.0.0.0',
    copyrightYear: 2019,
  },
  '21': { ...unified, name: '21', major: 21, banner: '21.0.0.0.0', version: '21.3.0.0.0', copyrightYear: 2021 },
  '23': {
    ...unified,
    name: '23',
    major: 23,
    banner: '23.0.0.0.0',
    version: '23.9.0.25.07',
    copyrightYear: 2025,
    newNetworkTexts: true,
  },
  '26': {
    ...unified,
    name: '26',
    major: 23,
    banner: '23.26.2.0.0',
    version: '23.26.2.0.0',
    copyrightYear: 2026,
    newNetworkTexts: true,
    diagnostics: true,
    encryptionDefault: 'AES256',
  },
};

/** `19c`, `19.3`, `23ai` and the like all name a release; null when none does. */
export function releaseNamed(text: string): Release | null {
  const digits = /^(\d+)(?:\.(\d+))?/.exec(text.trim());
  if (digits === null) return null;
  const major = digits[1] ?? '';
  if (major === '11') return RELEASES['11.2'];
  if (major === '12') return RELEASES['12.2'];
  if (major === '23' && digits[2] === '26') return RELEASES['26'];
  return (RELEASES as Record<string, Release>)[major] ?? null;
}
