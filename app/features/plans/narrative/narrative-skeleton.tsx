import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '#app/ui';

const lineWidths = ['40%', '96%', '100%', '88%', '93%', '55%'];

/** Stands where the text will be. Nobody can type into it, so nothing can be typed before the text is there. */
export function NarrativeSkeleton() {
  const { t } = useTranslation('narrative');
  return (
    <div className="narrative-skeleton" role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {lineWidths.map((width) => (
        <div key={width} style={{ inlineSize: width }} />
      ))}
    </div>
  );
}
