// Takes a file dropped anywhere on the window. Without it the window would leave the application for the file.
import { FileSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { useOpenLog } from '../../state/opened-log.ts';
import { useShortcut } from '../../state/window-parts.tsx';
import './explain.css';

export function DropZone() {
  const { t } = useText();
  const { open, choose } = useOpenLog();
  const [over, setOver] = useState(false);
  useShortcut('mod+o', t('explain.command'), choose, 'app');

  useEffect(() => {
    // Every element entered and left on the way tells so; only the last one left is the window.
    let depth = 0;
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onEnter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onOver = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const [file, ...others] = event.dataTransfer?.files ?? [];
      const folder = event.dataTransfer?.items[0]?.webkitGetAsEntry()?.isDirectory ?? false;
      if (file) open({ file, folder, more: others.length });
    };
    const ears = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop };
    const all = Object.entries(ears) as [keyof typeof ears, (event: DragEvent) => void][];
    for (const [name, ear] of all) window.addEventListener(name, ear);
    return () => {
      for (const [name, ear] of all) window.removeEventListener(name, ear);
    };
  }, [open]);

  if (!over) return null;
  return (
    <div className="drop-zone" aria-hidden="true">
      <FileSearch size={32} />
      <p>{t('explain.drop')}</p>
    </div>
  );
}
