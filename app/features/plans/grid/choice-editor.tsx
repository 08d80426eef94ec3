import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstitutionKind } from '#domain/institutions/kinds';
import { comparable } from './institution-directory';
import { placeOverCell } from './place-over-cell';

export interface Choice {
  value: string;
  label: string;
  note?: string;
  kind?: InstitutionKind;
  /** What was typed, offered as it is. */
  isFreeText?: boolean;
}

export type Leave = 'down' | 'next' | 'previous' | 'stay';

export interface ChoiceEditorProps {
  label: string;
  choices: readonly Choice[];
  /** Values chosen now; a value that is none of the choices is free text. */
  chosen: readonly string[];
  isMultiple: boolean;
  allowsFreeText: boolean;
  /** Whether the search starts empty because someone began to type over the cell. */
  startsEmpty: boolean;
  onDone: (values: readonly string[], leave: Leave) => void;
  onCancel: () => void;
}

/** Chooses among many by typing; Enter takes the marked one, or is done when nothing was typed. */
export function ChoiceEditor(props: ChoiceEditorProps) {
  const { label, choices, isMultiple, onDone, onCancel } = props;
  const { t } = useTranslation('actions');
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const isDone = useRef(false);
  const labelOf = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value;
  const [chosen, setChosen] = useState(props.startsEmpty && !isMultiple ? [] : props.chosen);
  const [typed, setTyped] = useState(
    isMultiple || props.startsEmpty ? '' : props.chosen.map(labelOf).join(''),
  );
  const [isTouched, setIsTouched] = useState(false);
  const [active, setActive] = useState(-1);
  const offered = useMemo(
    () => offer(choices, isTouched ? typed : '', props.allowsFreeText),
    [choices, isTouched, typed, props.allowsFreeText],
  );

  useLayoutEffect(() => {
    placeOverCell(frame.current);
    // Only now can it take the focus from the cell that it stands for.
    frame.current?.querySelector('input')?.focus();
  }, []);
  useEffect(() => {
    frame.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  });

  function finish(values: readonly string[], leave: Leave) {
    if (isDone.current) return;
    isDone.current = true;
    onDone(values, leave);
  }

  /** What stands there when the editor is left without choosing. */
  function valuesAsTyped(): readonly string[] {
    if (!isTouched) return chosen;
    const text = typed.trim();
    const exact = choices.find((choice) => comparable(choice.label) === comparable(text));
    const value = exact?.value ?? (props.allowsFreeText ? text : '');
    if (isMultiple) return value && !chosen.includes(value) ? [...chosen, value] : chosen;
    if (text === '') return [];
    return value ? [value] : chosen;
  }

  function take(choice: Choice, leave: Leave) {
    if (!isMultiple) return finish([choice.value], leave);
    setChosen((now) =>
      now.includes(choice.value) ? now.filter((value) => value !== choice.value) : [...now, choice.value],
    );
    setTyped('');
    setIsTouched(false);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const marked = offered[active];
    switch (event.key) {
      case 'ArrowDown':
        setActive(Math.min(active + 1, offered.length - 1));
        break;
      case 'ArrowUp':
        setActive(Math.max(active - 1, 0));
        break;
      case 'Escape':
        isDone.current = true;
        onCancel();
        break;
      case 'Enter':
        if (marked) take(marked, 'down');
        else finish(valuesAsTyped(), 'down');
        break;
      case 'Tab':
        finish(
          marked && !isMultiple ? [marked.value] : valuesAsTyped(),
          event.shiftKey ? 'previous' : 'next',
        );
        break;
      case 'Backspace':
        if (typed === '' && isMultiple) setChosen(chosen.slice(0, -1));
        return;
      default:
        return;
    }
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the clicks inside from the grid below.
    <div
      ref={frame}
      className="choice-editor"
      {...{ popover: 'manual' }}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) finish(valuesAsTyped(), 'stay');
      }}
    >
      {isMultiple && chosen.length > 0 && (
        <ul className="choice-chips">
          {chosen.map((value) => (
            <li key={value}>{labelOf(value)}</li>
          ))}
        </ul>
      )}
      <input
        className="choice-input"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        dir="auto"
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setIsTouched(true);
          setActive(event.target.value.trim() === '' ? -1 : 0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMultiple}
        className="choice-list"
      >
        {offered.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input that keeps the focus.
          <div
            key={choice.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={chosen.includes(choice.value)}
            data-active={index === active || undefined}
            data-kind={choice.kind}
            className="choice-option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(choice, 'stay')}
          >
            {choice.kind && <span className="institution-mark" aria-hidden="true" />}
            <span>{choice.isFreeText ? t('editor.asTyped', { text: choice.label }) : choice.label}</span>
            {choice.note && <span className="choice-note">{choice.note}</span>}
          </div>
        ))}
        {offered.length === 0 && <p className="choice-note">{t('editor.nothingFits')}</p>}
      </div>
    </div>
  );
}

function offer(choices: readonly Choice[], typed: string, allowsFreeText: boolean): readonly Choice[] {
  const words = comparable(typed);
  if (words === '') return choices;
  const found = choices.filter(({ label, note }) => comparable(`${label} ${note ?? ''}`).includes(words));
  const isExact = found.some(({ label }) => comparable(label) === words);
  const text = typed.trim();
  return allowsFreeText && !isExact ? [...found, { value: text, label: text, isFreeText: true }] : found;
}
