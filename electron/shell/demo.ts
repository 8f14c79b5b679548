// The demonstration of `npm run demo`: one real run in the real window, its output in the terminal,
// its verdict as exit code.
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Application } from '../app/compose.ts';
import { createDemo } from '../app/create-demo.ts';
import { verdictText } from '../command-line/verdict-text.ts';
import type { RunDetail } from '../../shared/domain/history.ts';
import { isGood, isOver } from '../../shared/domain/run.ts';
import type { Language } from '../../shared/domain/settings.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { ORIGIN } from './protocol.ts';

/** Runs the weekly level 0 of DEMO, shows it in the window, prints what happens and quits. */
export async function runDemo(
  application: Application,
  window: BrowserWindow,
  screenshot: string | null,
): Promise<void> {
  const { paths, about } = application.ports;
  const language: Language = about.locale.startsWith('es') ? 'es' : 'en';
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const { strategyIds } = await createDemo(application);
  const { runId } = await application.runs.start(strategyIds[0] ?? '', 'demo');
  await pageLoaded(window);
  await window.loadURL(`${ORIGIN}/index.html#/runs/${runId}`);

  const log = createWriteStream(join(paths.profile, 'demo.log'));
  for await (const chunk of application.runs.tail(runId, 0, new AbortController().signal)) {
    for (const line of chunk.lines) {
      say(line);
      log.write(`${line}\n`);
    }
  }
  log.end();
  const detail = await settled(application, runId);
  const picture = screenshot ?? join(paths.profile, 'demo.png');
  await takePicture(window, picture);
  for (const line of summary(detail, language)) say(line);
  say(`log         ${log.path.toString()}`);
  say(`profile     ${paths.profile}`);
  say(`screenshot  ${picture}`);
  await application.stop();
  app.exit(isGood(detail.run.state) ? 0 : 1);
}

function summary({ run, verdict, found }: RunDetail, language: Language): string[] {
  const lines = ['', `run         ${run.id}`];
  if (run.failure) lines.push(errorText(run.failure.code, run.failure.params, language));
  // The pieces follow below, with what was found of them on disk.
  if (verdict) lines.push(verdictText({ ...verdict, pieces: [] }, language).trimEnd(), '');
  for (const { handle, exists, bytes } of found) {
    lines.push(`piece       ${handle}  ${exists ? `${bytes ?? '?'} bytes` : 'MISSING'}`);
  }
  return lines;
}

/** The tail ends with the log; the verdict is written a moment later. */
async function settled(application: Application, runId: string): Promise<RunDetail> {
  for (;;) {
    const detail = await application.runs.detail(runId);
    if (isOver(detail.run.state)) return detail;
    await pause(100);
  }
}

async function takePicture(window: BrowserWindow, path: string): Promise<void> {
  // Two frames: one for the state to arrive, one for it to be painted.
  await pause(600);
  const image = await window.webContents.capturePage();
  await writeFile(path, image.toPNG());
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function pageLoaded(window: BrowserWindow): Promise<void> {
  if (!window.webContents.isLoading()) return;
  await new Promise<void>((resolve) => window.webContents.once('did-stop-loading', () => resolve()));
}
