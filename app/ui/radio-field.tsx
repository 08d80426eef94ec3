import { FieldError, FieldHint, type FieldProps, useField } from './field';

export interface RadioOption {
  value: string;
  label: string;
  hint?: string;
  isDisabled?: boolean;
}

export interface RadioFieldProps extends FieldProps {
  options: readonly RadioOption[];
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** One of a few, all in sight; from six on a SelectField reads better. */
export function RadioField(props: RadioFieldProps) {
  const wiring = useField(props);
  const describedBy = wiring.control['aria-describedby'];
  return (
    <fieldset className="field" aria-describedby={describedBy}>
      <legend className={props.isLabelHidden ? 'sr-only' : 'field-label'}>{props.label}</legend>
      <FieldHint id={wiring.id} hint={props.hint} />
      {props.options.map((option) => (
        <RadioChoice key={option.value} option={option} field={props} groupId={wiring.id} />
      ))}
      <FieldError id={wiring.id} text={wiring.errorText} />
    </fieldset>
  );
}

function RadioChoice({
  option,
  field,
  groupId,
}: {
  option: RadioOption;
  field: RadioFieldProps;
  groupId: string;
}) {
  const id = `${groupId}-${option.value}`;
  const state =
    field.value === undefined
      ? { defaultChecked: field.defaultValue === option.value }
      : { checked: field.value === option.value };
  return (
    <div className="choice">
      <input
        {...state}
        type="radio"
        id={id}
        name={field.name ?? groupId}
        value={option.value}
        required={field.isRequired}
        disabled={option.isDisabled}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        onChange={field.onChange ? () => field.onChange?.(option.value) : undefined}
        readOnly={field.value !== undefined && !field.onChange}
      />
      <label htmlFor={id}>{option.label}</label>
      <FieldHint id={id} hint={option.hint} />
    </div>
  );
}
