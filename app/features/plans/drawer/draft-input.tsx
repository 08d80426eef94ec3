import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGridModel } from '../grid/grid-model';

export interface DraftInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  value: string;
  /** Called when the field is left or Enter is pressed, if the text differs. False: what it belongs to is gone. */
  onCommit: (text: string) => boolean;
  onDraft?: (text: string | null) => void;
}

interface Draft {
  text: string;
  /** What stood there when the typing began. */
  before: string;
}

/** A plain field of the plan: what is being typed is not disturbed by others, and is written when it is done. */
export function DraftInput({ value, onCommit, onDraft, ...rest }: DraftInputProps) {
  const { t } = useTranslation('actions');
  const { rescue } = useGridModel();
  const [draft, setDraft] = useState<Draft | null>(null);
  const latest = useRef({ draft, value, onCommit, rescue });
  latest.current = { draft, value, onCommit, rescue };
  const isChangedByOthers = draft !== null && value !== draft.before && value !== draft.text;

  function change(text: string | null) {
    const next = text === null ? null : { text, before: draft?.before ?? value };
    latest.current.draft = next;
    setDraft(next);
    onDraft?.(text);
  }
  function settle() {
    const { current } = latest;
    const typed = current.draft;
    change(null);
    write({ ...current, draft: typed });
  }
  // The drawer may close while a field is being typed in.
  useEffect(() => () => write(latest.current), []);

  return (
    <>
      <input
        dir="auto"
        className="input"
        autoComplete="off"
        {...rest}
        value={draft?.text ?? value}
        onChange={(event) => change(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
          if (event.key !== 'Escape' || draft === null) return;
          event.stopPropagation();
          change(null);
        }}
      />
      {isChangedByOthers && (
        <output className="drawer-note" data-problem>
          {t('editor.meanwhile', { text: value })}
        </output>
      )}
    </>
  );
}

function write({
  draft,
  value,
  onCommit,
  rescue,
}: {
  draft: Draft | null;
  value: string;
  onCommit: (text: string) => boolean;
  rescue: (text: string) => void;
}): void {
  if (draft === null || draft.text === value || draft.text === draft.before) return;
  if (!onCommit(draft.text) && draft.text.trim() !== '') rescue(draft.text);
}
