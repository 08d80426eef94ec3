import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { DemoSignIn } from '#server/features/accounts';

/** In the demo, everyone who may sign in, one click each. */
export function DemoSignIns({ signIns, next }: { signIns: DemoSignIn[]; next: string }) {
  const { t } = useTranslation('accounts');
  if (signIns.length === 0) return null;
  return (
    <section aria-labelledby="demo-sign-ins" className="border-t border-line pt-5">
      <h2 id="demo-sign-ins" className="text-base">
        {t('demo.title')}
      </h2>
      <p className="mt-1 text-sm text-muted">{t('demo.lead')}</p>
      <Form method="post" className="mt-3">
        <input type="hidden" name="next" value={next} />
        <ul className="-mx-2 max-h-80 overflow-y-auto">
          {signIns.map(({ email, name, institution }) => (
            <li key={email}>
              <button
                type="submit"
                name="demo"
                value={email}
                className="w-full rounded-md px-2 py-2 text-start hover:bg-sunken"
              >
                <span className="block font-medium">{name}</span>
                <span className="block text-sm text-muted">{institution}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}
