// What only a desktop can do for the services: ask where to save, show a file, fill the clipboard, say what it lacks.
import { clipboard, dialog, shell } from 'electron';
import type { Desktop } from '../app/ports.ts';
import { AppError } from '../../shared/errors/app-error.ts';

export function desktopFiles(notices: Desktop['notices']): Desktop {
  return {
    async askWhereToSave(suggestedName) {
      const answer = await dialog.showSaveDialog({ defaultPath: suggestedName });
      return answer.canceled || !answer.filePath ? null : answer.filePath;
    },
    copyText: (text) => clipboard.writeText(text),
    showInFolder: (path) => shell.showItemInFolder(path),
    async openFile(path) {
      const detail = await shell.openPath(path);
      if (detail !== '') throw new AppError('file.not-opened', { path, detail });
    },
    notices,
  };
}
