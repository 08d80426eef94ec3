import { forwardRef, type InputHTMLAttributes } from 'react';
import { FieldFrame, type FieldProps, useField } from './field';

export interface TextFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'required'>,
    FieldProps {}

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(props, ref) {
  const { label, name, id, hint, error, isRequired, isLabelHidden, className = 'input', ...rest } = props;
  const wiring = useField(props);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <input
        dir={rest.type === 'email' || rest.type === 'url' ? 'ltr' : 'auto'}
        {...rest}
        {...wiring.control}
        ref={ref}
        className={className}
      />
    </FieldFrame>
  );
});
