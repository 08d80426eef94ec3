import { forwardRef, type TextareaHTMLAttributes } from 'react';
import { FieldFrame, type FieldProps, useField } from './field';

export interface TextAreaProps
  extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id' | 'required'>,
    FieldProps {}

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { label, name, id, hint, error, isRequired, isLabelHidden, className = 'input', ...rest } = props;
  const wiring = useField(props);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <textarea dir="auto" rows={4} {...rest} {...wiring.control} ref={ref} className={className} />
    </FieldFrame>
  );
});
