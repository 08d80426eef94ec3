import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react';

export interface DraftInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  value: string;
  /** Called when the field is left or Enter is pressed, if the text differs. */
  onCommit: (text: string) => void;
  onDraft?: (text: string | null) => void;
}

/** A plain field of the plan: what is being typed is not disturbed by others, and is written when it is done. */
export function DraftInput({ value, onCommit, onDraft, ...rest }: DraftInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, value, onCommit });
  latest.current = { draft, value, onCommit };

  function settle() {
    const { draft: text, value: before, onCommit: commit } = latest.current;
    latest.current.draft = null;
    setDraft(null);
    onDraft?.(null);
    if (text !== null && text !== before) commit(text);
  }
  // The drawer may close while a field is being typed in.
  useEffect(
    () => () => {
      const { draft: text, value: before, onCommit: commit } = latest.current;
      if (text !== null && text !== before) commit(text);
    },
    [],
  );

  return (
    <input
      dir="auto"
      className="input"
      autoComplete="off"
      {...rest}
      value={draft ?? value}
      onChange={(event) => {
        setDraft(event.target.value);
        onDraft?.(event.target.value);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
        if (event.key !== 'Escape' || draft === null) return;
        event.stopPropagation();
        latest.current.draft = null;
        setDraft(null);
        onDraft?.(null);
      }}
    />
  );
}
