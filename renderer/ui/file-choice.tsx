// Where a text file is chosen or dropped. Reads no more of it than was asked for; knows nothing of what is in it.
import { FileUp } from 'lucide-react';
import { useRef, type DragEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';

type FileChoiceProps = {
  label: string;
  /** Up to this many bytes and one more are read, so that a longer file is known as such. */
  most: number;
  onText(text: string): void;
  /** As an input's `accept`. */
  accept?: string;
  className?: string;
  /** Stands below the button; a file may be dropped on it too. */
  children?: ReactNode;
};

export function FileChoice({ label, most, onText, accept, className, children }: FileChoiceProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file) onText(await file.slice(0, most + 1).text());
  };
  // Kept from the window, which would take any file for a log.
  const hold = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={className}
      onDragEnter={hold}
      onDragLeave={hold}
      onDragOver={hold}
      onDrop={(event) => {
        hold(event);
        void read(event.dataTransfer.files[0]);
      }}
    >
      <div>
        <input
          ref={chooser}
          type="file"
          accept={accept}
          hidden
          aria-label={label}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button icon={FileUp} onClick={() => chooser.current?.click()}>
          {label}
        </Button>
      </div>
      {children}
    </div>
  );
}
