// Reads numbers from options.
import { AppError } from '../../shared/errors/app-error.ts';

/** A whole number from 1 to `most`. @throws AppError `cli.usage` */
export function readCount(option: string, text: string | undefined, most: number): number {
  const count = Number(text);
  if (/^\d{1,6}$/.test(text ?? '') && count >= 1 && count <= most) return count;
  throw new AppError('cli.usage', { detail: `${option} takes a number from 1 to ${most}, not '${text ?? ''}'` });
}
