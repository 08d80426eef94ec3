import { useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, IconButton } from '#app/ui';
import { fetchForPage } from './fetch-for-page';

const formEvent = 'concord:form';

/** The router fetches by the browser's own name for it and leaves no other way in. */
export function keepPageOnBadNetwork(): void {
  window.fetch = fetchForPage({
    fetch: window.fetch.bind(window),
    here: () => location,
    onForm: (state) => window.dispatchEvent(new CustomEvent(formEvent, { detail: state })),
  });
}

/** Says over whatever page it is that its form got no answer, until the form is sent again. */
export function UnansweredForm() {
  const { t } = useTranslation('errors');
  const { state } = useNavigation();
  const [isUnanswered, setIsUnanswered] = useState(false);
  useEffect(() => {
    const onForm = ({ detail }: Event & { detail?: unknown }) => setIsUnanswered(detail === 'unanswered');
    window.addEventListener(formEvent, onForm);
    return () => window.removeEventListener(formEvent, onForm);
  }, []);
  // Said once the form can be sent again.
  if (!isUnanswered || state !== 'idle') return null;
  return (
    <div className="toasts">
      <div className="toast" data-tone="critical" role="alert">
        <Icon name="critical" />
        <div className="toast-text">
          <p className="font-medium">{t('unanswered.title')}</p>
          <p className="text-sm text-muted">{t('unanswered.body')}</p>
        </div>
        <IconButton label={t('ui:close')} icon="close" size="small" onClick={() => setIsUnanswered(false)} />
      </div>
    </div>
  );
}
