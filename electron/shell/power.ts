// The power supply of this machine and its return from sleep, as Electron tells them.
import { powerMonitor } from 'electron';
import type { Power } from '../app/ports.ts';

/** Electron must be ready. A machine without a battery is never on it. */
export const powerSupply = (): Power => ({ onBattery: () => powerMonitor.onBatteryPower });

/** Calls `act` whenever the machine comes back from sleep: timers stood still meanwhile. */
export const onWake = (act: () => void): void => void powerMonitor.on('resume', act);
