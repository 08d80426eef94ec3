import type { InputHTMLAttributes } from 'react';
import { FieldError, FieldHint, type FieldProps, useField } from './field';

export interface CheckboxFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'required' | 'type'>,
    FieldProps {}

export function CheckboxField(props: CheckboxFieldProps) {
  const { label, name, id, hint, error, isRequired, isLabelHidden, ...rest } = props;
  const wiring = useField(props);
  return (
    <div className="choice">
      <input {...rest} {...wiring.control} type="checkbox" />
      <label htmlFor={wiring.id} className={isLabelHidden ? 'sr-only' : undefined}>
        {label}
      </label>
      <FieldHint id={wiring.id} hint={hint} />
      <FieldError id={wiring.id} text={wiring.errorText} />
    </div>
  );
}
