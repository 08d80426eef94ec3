import { type KeyboardEvent, useEffect, useState } from 'react';
import { type ComboBoxOption, matchingOptions, namedOption } from './combo-box-options';

export interface ComboBoxState {
  options: readonly ComboBoxOption[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (id: string | null) => void;
  inputValue?: string;
  defaultInputValue?: string;
  onInputChange?: (text: string) => void;
  onBlur?: () => void;
  /** Text that is none of the options is kept, and sent, as typed. */
  allowsCustom?: boolean;
}

/** What is typed, what is chosen and which option the arrow keys are on. */
export function useComboBox(props: ComboBoxState) {
  const { options, allowsCustom = false } = props;
  const [ownValue, setOwnValue] = useState<string | null>(props.defaultValue ?? null);
  const value = props.value === undefined ? ownValue : props.value;
  const labelOf = (id: string | null) => options.find((option) => option.id === id)?.label ?? '';
  const [ownText, setOwnText] = useState(props.defaultInputValue ?? labelOf(value));
  const text = props.inputValue ?? ownText;
  const [isOpen, setIsOpen] = useState(false);
  const [isTyping, setIsTyping] = useState(false);
  const [activeIndex, setActiveIndex] = useState(-1);
  const shown = isTyping ? matchingOptions(options, text) : options;

  // A choice made elsewhere, by another person perhaps, is shown unless one is just typing.
  const chosenLabel = labelOf(value);
  useEffect(() => {
    if (chosenLabel) setOwnText(chosenLabel);
  }, [chosenLabel]);

  function setText(next: string) {
    setOwnText(next);
    props.onInputChange?.(next);
  }
  function setValue(next: string | null) {
    setOwnValue(next);
    if (next !== value) props.onChange?.(next);
  }
  function open() {
    setIsOpen(true);
    setActiveIndex(options.findIndex((option) => option.id === value));
  }
  function close() {
    setIsOpen(false);
    setIsTyping(false);
    setActiveIndex(-1);
  }
  function choose(option: ComboBoxOption) {
    setText(option.label);
    setValue(option.id);
    close();
  }
  function type(next: string) {
    setText(next);
    setIsTyping(true);
    setIsOpen(true);
    setActiveIndex(allowsCustom || next === '' ? -1 : 0);
  }
  /** Leaving takes what is named in full; else free text stays where it may, and elsewhere the last choice returns. */
  function leave() {
    const named = namedOption(options, text);
    if (named && isTyping) choose(named);
    else if (text.trim() === '' || (allowsCustom && !named)) setValue(null);
    else if (!named) setText(chosenLabel);
    close();
    props.onBlur?.();
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!isOpen) return open();
      const from = activeIndex === -1 && step === -1 ? 0 : activeIndex;
      return setActiveIndex((from + step + shown.length) % Math.max(shown.length, 1));
    }
    const active = shown[activeIndex];
    if (event.key === 'Enter' && isOpen && active) {
      event.preventDefault();
      return choose(active);
    }
    // The dialog around it stays open: the first Escape is for the list.
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  return { value, text, isOpen, shown, activeIndex, open, close, choose, type, leave, onKeyDown };
}
