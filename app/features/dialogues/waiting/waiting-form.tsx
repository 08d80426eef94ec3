import { Form, type FormProps } from '@remix-run/react';
import type { FormEvent } from 'react';
import type { WaitingAct } from '#domain/dialogues/waiting-acts';
import { useWaiting } from './waiting-context';

export type FieldsOf = (name: string) => string;

/**
 * A form whose act may wait for the network. `actOf` reads it from the fields, or gives null when it has said what is
 * missing. Without JavaScript, and where nothing can wait, it is sent as any form.
 */
export function WaitingForm({
  actOf,
  onSent,
  ...props
}: FormProps & {
  actOf?: (field: FieldsOf, form: HTMLFormElement) => WaitingAct | null;
  onSent?(): void;
}) {
  const { acts } = useWaiting();

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    if (!acts || !actOf) return;
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    if (submitter?.name) fields.set(submitter.name, submitter.value);
    const act = actOf((name) => String(fields.get(name) ?? ''), form);
    if (!act) return;
    acts.add(act);
    onSent?.();
  }

  return <Form {...props} onSubmit={onSubmit} />;
}
