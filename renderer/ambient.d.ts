// What preload brings into the window's world.
import type { Bridge } from '../shared/ipc/wire.ts';

declare global {
  interface Window {
    readonly respaldo: Bridge;
  }
}
