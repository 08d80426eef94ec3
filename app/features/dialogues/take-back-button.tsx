import { type FormEvent, useRef } from 'react';
import { ActButton } from './act-button';

const clickMs = 1_000;

/** Takes the last of something back. A second click at once would take back what came before it as well. */
export function TakeBackButton({ fields, label }: { fields: Record<string, string>; label: string }) {
  const lastMs = useRef(0);
  function onSubmit(event: FormEvent): void {
    if (event.timeStamp - lastMs.current < clickMs) event.preventDefault();
    else lastMs.current = event.timeStamp;
  }
  return (
    <span onSubmitCapture={onSubmit}>
      <ActButton fields={fields} icon="undo" label={label} />
    </span>
  );
}
