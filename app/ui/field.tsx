import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon';

/** What every field has; `error` may be the list that Conform gives. */
export interface FieldProps {
  label: string;
  name?: string;
  id?: string;
  hint?: ReactNode;
  error?: string | readonly string[] | null;
  isRequired?: boolean;
  /** The label is read but not shown, where the place already says it (a search box, a table cell). */
  isLabelHidden?: boolean;
}

export interface FieldWiring {
  id: string;
  errorText: string;
  control: {
    id: string;
    name?: string;
    required?: boolean;
    'aria-invalid'?: true;
    'aria-describedby'?: string;
  };
}

/** Ties control, hint and error together by id. */
export function useField({ id, name, hint, error, isRequired }: FieldProps): FieldWiring {
  const generated = useId();
  const fieldId = id ?? generated;
  const errorText = typeof error === 'string' ? error : (error?.[0] ?? '');
  const describedBy = [errorText && `${fieldId}-error`, hint && `${fieldId}-hint`].filter(Boolean).join(' ');
  return {
    id: fieldId,
    errorText,
    control: {
      id: fieldId,
      name,
      required: isRequired || undefined,
      'aria-invalid': errorText ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  };
}

/** Label above, then the hint, the control and what is wrong with it. */
export function FieldFrame({
  field,
  wiring,
  children,
}: {
  field: FieldProps;
  wiring: FieldWiring;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  return (
    <div className="field">
      <label htmlFor={wiring.id} className={field.isLabelHidden ? 'sr-only' : 'field-label'}>
        {field.label}
        {field.isRequired === false && <span className="field-note"> {t('optional')}</span>}
      </label>
      <FieldHint id={wiring.id} hint={field.hint} />
      {children}
      <FieldError id={wiring.id} text={wiring.errorText} />
    </div>
  );
}

export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null;
  return (
    <p id={`${id}-hint`} className="field-hint">
      {hint}
    </p>
  );
}

export function FieldError({ id, text }: { id: string; text: string }) {
  if (!text) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      <Icon name="critical" />
      {text}
    </p>
  );
}
