import { useTranslation } from 'react-i18next';
import type { Problem } from '#domain/partners/iati';

/** A problem in words, with what the file says there. */
export function ProblemWords({ problem }: { problem: Problem }) {
  const { t, i18n } = useTranslation('iati');
  const { code, details } = problem;
  const said = Object.entries(details)
    .map(([name, value]) =>
      i18n.exists(`detail.${name}`, { ns: 'iati' })
        ? t(`detail.${name}`, { value: String(value) })
        : String(value),
    )
    .join('; ');
  return (
    <>
      {t(`problem.${code}`)}
      {said && <span className="iati-detail">{said}</span>}
    </>
  );
}
