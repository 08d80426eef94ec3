import { useI18n } from '#app/i18n/use-i18n';
import type { InstitutionKind } from '#domain/institutions/kinds';

export interface InstitutionBadgeProps {
  kind: InstitutionKind;
  name: string;
  acronym?: string | null;
  /** The full name beside the acronym, where there is room. */
  isFull?: boolean;
}

/** An institution as it is known: its acronym in the hue of its kind, with name and kind on hover and for readers. */
export function InstitutionBadge({ kind, name, acronym, isFull = false }: InstitutionBadgeProps) {
  const i18n = useI18n();
  const kindLabel = i18n.t(`ui:kind.${kind}`);
  const mark = <span className="institution-mark" aria-hidden="true" />;
  return (
    <span className="institution" data-kind={kind} title={isFull ? kindLabel : `${name} (${kindLabel})`}>
      {acronym ? (
        <>
          <span className="whitespace-nowrap">
            {mark}
            <abbr className="institution-acronym no-underline" title={name}>
              {acronym}
            </abbr>
          </span>
          {isFull && ` ${name}`}
        </>
      ) : (
        <>
          {mark}
          {name}
        </>
      )}
    </span>
  );
}
