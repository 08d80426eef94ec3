import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { DemoSignIn } from '#server/features/accounts';

/** In the demo, everyone who may sign in, one click each. */
export function DemoSignIns({ signIns, next }: { signIns: DemoSignIn[]; next: string }) {
  const { t } = useTranslation('accounts');
  return (
    <section aria-labelledby="demo-sign-ins">
      <h2 id="demo-sign-ins">{t('demo.title')}</h2>
      <p className="mt-1 text-sm text-muted">{t('demo.lead')}</p>
      <Form method="post" className="mt-3">
        <input type="hidden" name="next" value={next} />
        <ul className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2">
          {signIns.map(({ email, name, institution }) => (
            <li key={email} className="bg-surface sm:last:odd:col-span-2">
              <button
                type="submit"
                name="demo"
                value={email}
                className="size-full px-3 py-2 text-start -outline-offset-2 hover:bg-accent-soft"
              >
                <span className="block text-sm font-medium">{name}</span>
                <span className="block text-sm text-muted">{institution}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}
