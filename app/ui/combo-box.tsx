import { type ReactNode, useMemo } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  FieldError,
  I18nProvider,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { InstitutionKind } from '#domain/institutions/kinds';
import { Icon } from './icon';

export interface ComboBoxOption {
  id: string;
  label: string;
  note?: string;
  kind?: InstitutionKind;
}

export interface ComboBoxProps {
  label: string;
  isLabelHidden?: boolean;
  name?: string;
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
  hint?: ReactNode;
  error?: string;
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
}

/** A choice among many, found by typing; accents and case do not matter. */
export function ComboBox(props: ComboBoxProps) {
  const { t, i18n } = useTranslation('ui');
  const items = useMemo(() => [...props.options], [props.options]);
  return (
    <I18nProvider locale={i18n.language}>
      <AriaComboBox
        className="field"
        name={props.name}
        formValue={props.allowsCustom ? 'text' : 'key'}
        defaultItems={items}
        selectedKey={props.value}
        defaultSelectedKey={props.defaultValue}
        onSelectionChange={(key) => props.onChange?.(key === null ? null : String(key))}
        inputValue={props.inputValue}
        defaultInputValue={props.defaultInputValue}
        onInputChange={props.onInputChange}
        onBlur={props.onBlur}
        allowsCustomValue={props.allowsCustom}
        isInvalid={Boolean(props.error)}
        isRequired={props.isRequired}
        isDisabled={props.isDisabled}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Label className={props.isLabelHidden ? 'sr-only' : 'field-label'}>{props.label}</Label>
        {props.hint && (
          <Text slot="description" className="field-hint">
            {props.hint}
          </Text>
        )}
        <div className="combo-box">
          <Input className="input" placeholder={props.placeholder} autoFocus={props.autoFocus} dir="auto" />
          <Button className="combo-box-button">
            <Icon name="chevronDown" />
          </Button>
        </div>
        <FieldError className="field-error">
          <Icon name="critical" />
          {props.error}
        </FieldError>
        <Popover className="popover" offset={4}>
          <ListBox<ComboBoxOption>
            className="combo-box-list"
            renderEmptyState={() => <p className="menu-heading">{t('nothingFound')}</p>}
          >
            {(option) => <ComboBoxItem option={option} />}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  );
}

function ComboBoxItem({ option }: { option: ComboBoxOption }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="menu-item" data-kind={option.kind}>
      {option.kind && <span className="institution-mark" aria-hidden="true" />}
      <span className="min-w-0">
        <Text slot="label">{option.label}</Text>
        {option.note && (
          <Text slot="description" className="block text-sm text-muted">
            {option.note}
          </Text>
        )}
      </span>
    </ListBoxItem>
  );
}
