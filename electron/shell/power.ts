// The power supply of this machine, its changes and its return from sleep, as Electron tells them.
import { powerMonitor } from 'electron';
import type { Power } from '../app/ports.ts';

/** Electron must be ready. A machine without a battery is never on it. */
export const powerSupply = (): Power => ({ onBattery: () => powerMonitor.onBatteryPower });

/** Calls `act` when the machine comes back from sleep (timers stood still meanwhile) or its supply has changed. */
export function onPowerChange(act: () => void): void {
  powerMonitor.on('resume', act);
  powerMonitor.on('on-ac', act);
  powerMonitor.on('on-battery', act);
}
