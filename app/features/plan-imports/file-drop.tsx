import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/ui';

/** A file field that also takes a file dropped on it. */
export function FileDrop() {
  const { t } = useTranslation('import');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files;
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same.
    <div
      className="file-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" />
      <label htmlFor={id} className="field-label">
        {t('choose.fileLabel')}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        name="file"
        accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv"
        required
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="field-hint">
        {t('choose.fileHint')}
      </p>
    </div>
  );
}
