// Types of electron-runtime.mjs for the tests, which are TypeScript.
export interface ElectronRuntime {
  executable: string;
  folder: string;
  version: string;
  napi: number;
  source: 'electron' | 'stand-in';
}
export function electronRuntime(): ElectronRuntime;
export function provideElectron(): Promise<ElectronRuntime>;
