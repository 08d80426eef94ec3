import { type RefObject, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComboBoxOption } from './combo-box-options';
import { FieldFrame, type FieldProps, useField } from './field';
import { Icon } from './icon';
import { placePopover } from './place-popover';
import { type ComboBoxState, useComboBox } from './use-combo-box';

export interface ComboBoxProps extends FieldProps, ComboBoxState {
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
}

/**
 * A choice among many, found by typing. The list is a popover of the browser's top layer, so that it also works inside
 * a modal dialog; the focus stays in the field, as the ARIA pattern for editable combo boxes has it.
 */
export function ComboBox(props: ComboBoxProps) {
  const { t } = useTranslation('ui');
  const wiring = useField(props);
  const box = useComboBox(props);
  const listId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  usePopoverUnder(inputRef, listRef, box.isOpen ? box.shown.length : null);
  const optionId = (index: number) => `${listId}-${index}`;

  return (
    <FieldFrame field={props} wiring={wiring}>
      <div className="combo-box">
        <input
          {...wiring.control}
          ref={inputRef}
          name={props.allowsCustom ? props.name : undefined}
          className="input"
          role="combobox"
          autoComplete="off"
          dir="auto"
          aria-autocomplete="list"
          aria-expanded={box.isOpen}
          aria-controls={listId}
          aria-activedescendant={box.activeIndex >= 0 ? optionId(box.activeIndex) : undefined}
          placeholder={props.placeholder}
          disabled={props.isDisabled}
          // biome-ignore lint/a11y/noAutofocus: only where the person has just opened this field.
          autoFocus={props.autoFocus}
          value={box.text}
          onChange={(event) => box.type(event.target.value)}
          onClick={box.open}
          onBlur={box.leave}
          onKeyDown={box.onKeyDown}
        />
        <Icon name="chevronDown" />
        {props.name && !props.allowsCustom && (
          <input type="hidden" name={props.name} value={box.value ?? ''} />
        )}
      </div>
      <div
        ref={listRef}
        id={listId}
        className="popover combo-box-list"
        role="listbox"
        aria-label={props.label}
        {...{ popover: 'manual' }}
        onPointerDown={(event) => event.preventDefault()}
      >
        {box.isOpen &&
          box.shown.map((option, index) => (
            <Option
              key={option.id}
              option={option}
              id={optionId(index)}
              isActive={index === box.activeIndex}
              isChosen={option.id === box.value}
              onChoose={box.choose}
            />
          ))}
        {box.isOpen && box.shown.length === 0 && (
          <div
            className="menu-heading"
            role="option"
            aria-selected="false"
            aria-disabled="true"
            tabIndex={-1}
          >
            {t('nothingFound')}
          </div>
        )}
      </div>
    </FieldFrame>
  );
}

interface OptionProps {
  option: ComboBoxOption;
  id: string;
  isActive: boolean;
  isChosen: boolean;
  onChoose: (option: ComboBoxOption) => void;
}

function Option({ option, id, isActive, isChosen, onChoose }: OptionProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      className="menu-item"
      aria-selected={isChosen}
      data-focused={isActive || undefined}
      data-kind={option.kind}
      onClick={() => onChoose(option)}
    >
      {option.kind && <span className="institution-mark" aria-hidden="true" />}
      <span className="min-w-0">
        {option.label}
        {option.note && <span className="block text-sm text-muted">{option.note}</span>}
      </span>
      {isChosen && <Icon name="check" className="menu-item-check" />}
    </div>
  );
}

/** Shows the popover while it is open, and keeps it under its field when something scrolls. */
function usePopoverUnder(
  fieldRef: RefObject<HTMLElement>,
  popoverRef: RefObject<HTMLElement>,
  /** How many it shows, since its place depends on its height; null while closed. */
  count: number | null,
) {
  const isOpen = count !== null;
  useEffect(() => {
    const [field, popover] = [fieldRef.current, popoverRef.current];
    if (!isOpen || !field || !popover) return;
    const place = () => {
      popover.style.inlineSize = `${field.offsetWidth}px`;
      placePopover(popover, field);
    };
    popover.showPopover();
    place();
    const placeIfMoved = (event: Event) => event.target !== popover && place();
    window.addEventListener('scroll', placeIfMoved, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', placeIfMoved, true);
      window.removeEventListener('resize', place);
      popover.hidePopover();
    };
  }, [isOpen, fieldRef, popoverRef]);
  useEffect(() => {
    if (count !== null && fieldRef.current && popoverRef.current)
      placePopover(popoverRef.current, fieldRef.current);
  }, [count, fieldRef, popoverRef]);
}
