import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Leave } from './choice-editor';

export interface TextReading {
  /** How the text is understood, in the reader's words. */
  text: string;
  isProblem: boolean;
}

export interface TextEditorProps {
  label: string;
  initial: string;
  /** The cell's own text is taken over, or what is typed replaces it. */
  startsEmpty: boolean;
  isNumeric: boolean;
  /** Alt+Enter makes a new line where a text may have several. */
  isMultiline: boolean;
  /** In words, what someone else put into the cell while this text was being typed. */
  meanwhile?: string | false;
  read?: (text: string) => TextReading | null;
  onDone: (text: string, leave: Leave) => void;
  onCancel: () => void;
  /** The editor goes because someone removed its action while a text was being typed. */
  onLost: (text: string) => void;
}

/** Types into a cell: Enter or Tab is done, Esc leaves the cell as it was. */
export function TextEditor(props: TextEditorProps) {
  const { label, initial, startsEmpty, read, onDone, onCancel } = props;
  const [text, setText] = useState(startsEmpty ? '' : initial);
  const readingId = useId();
  const state = useRef({ text, isDone: false, onLost: props.onLost });
  state.current = { ...state.current, text, onLost: props.onLost };
  const reading = props.meanwhile ? { text: props.meanwhile, isProblem: true } : (read?.(text) ?? null);

  useEffect(() => {
    state.current.isDone = false;
    return () => {
      const { current } = state;
      if (!current.isDone && current.text !== '') current.onLost(current.text);
    };
  }, []);

  function finish(leave: Leave) {
    if (state.current.isDone) return;
    state.current.isDone = true;
    onDone(state.current.text, leave);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isNewLine = event.key === 'Enter' && props.isMultiline && (event.altKey || event.shiftKey);
    if (isNewLine) {
      if (!event.altKey) return;
      const { selectionStart, selectionEnd } = event.currentTarget;
      event.currentTarget.setRangeText('\n', selectionStart, selectionEnd, 'end');
      setText(event.currentTarget.value);
    }
    const leaves: Record<string, Leave> = {
      Enter: 'down',
      Tab: event.shiftKey ? 'previous' : 'next',
    };
    const leave = leaves[event.key];
    if (event.key !== 'Escape' && !leave) return;
    event.preventDefault();
    if (isNewLine) return;
    if (leave) return finish(leave);
    state.current.isDone = true;
    onCancel();
  }

  return (
    <div className="text-editor" onPointerDown={(event) => event.stopPropagation()}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it replaces the cell that had the focus.
        autoFocus
        rows={1}
        dir="auto"
        data-numeric={props.isNumeric || undefined}
        aria-label={label}
        aria-describedby={reading ? readingId : undefined}
        value={text}
        onFocus={(event) =>
          event.target.setSelectionRange(event.target.value.length, event.target.value.length)
        }
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => finish('stay')}
      />
      {reading && (
        <output id={readingId} className="text-reading" data-problem={reading.isProblem || undefined}>
          {reading.text}
        </output>
      )}
    </div>
  );
}
