import { forwardRef, type ReactNode, type SelectHTMLAttributes } from 'react';
import { FieldFrame, type FieldProps, useField } from './field';
import { Icon } from './icon';

export interface SelectOption {
  value: string;
  label: string;
  isDisabled?: boolean;
}

export interface SelectFieldProps
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id' | 'required'>,
    FieldProps {
  options?: readonly SelectOption[];
  /** The words of the empty choice; without them there is none. */
  placeholder?: string;
  /** Options in groups, instead of `options`. */
  children?: ReactNode;
}

export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(props, ref) {
  const { label, name, id, hint, error, isRequired, isLabelHidden, options, placeholder, children, ...rest } =
    props;
  const wiring = useField(props);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <span className="select">
        <select {...rest} {...wiring.control} ref={ref} className="input">
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options?.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
          {children}
        </select>
        <Icon name="chevronDown" />
      </span>
    </FieldFrame>
  );
});
