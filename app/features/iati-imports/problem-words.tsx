import { useTranslation } from 'react-i18next';
import type { Problem } from '#domain/partners/iati';
import { problemDetails } from './problem-text';

/** A problem in words, with what the file says there. */
export function ProblemWords({ problem }: { problem: Problem }) {
  const { t, i18n } = useTranslation('iati');
  const said = problemDetails({ t, exists: (key) => i18n.exists(key, { ns: 'iati' }) }, problem);
  return (
    <>
      {t(`problem.${problem.code}`)}
      {said && <span className="iati-detail">{said}</span>}
    </>
  );
}
