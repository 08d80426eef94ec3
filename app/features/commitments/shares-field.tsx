import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboBox, TextArea } from '#app/ui';
import type { ShareChoice } from './share-choices.server';

/**
 * Shares one a line, as they can be typed or pasted, with a list to find one in and add it. Without JavaScript the
 * lines alone.
 */
export function SharesField({
  choices,
  findLabel,
  ...lines
}: ComponentProps<typeof TextArea> & { choices: readonly ShareChoice[]; findLabel: string }) {
  const { t } = useTranslation('commitments');
  const area = useRef<HTMLTextAreaElement>(null);
  const [isLive, setIsLive] = useState(false);
  const [added, setAdded] = useState<string[]>([]);
  useEffect(() => setIsLive(true), []);

  function add(id: string | null): void {
    const line = choices.find((choice) => choice.id === id)?.label;
    if (!area.current || line === undefined) return;
    const before = area.current.value.trimEnd();
    area.current.value = before === '' ? line : `${before}\n${line}`;
    area.current.rows = Math.max(area.current.rows, area.current.value.split('\n').length);
    setAdded([...added, line]);
  }

  return (
    <div className="grid gap-2">
      <TextArea rows={2} {...lines} isRequired={false} ref={area} />
      {isLive && (
        // Anew after each choice, so that it is empty for the next.
        <ComboBox
          key={added.length}
          label={findLabel}
          isRequired={false}
          options={choices}
          onChange={add}
          autoFocus={added.length > 0}
        />
      )}
      <p role="status" className="sr-only">
        {added.length > 0 && t('form.added', { line: added.at(-1) })}
      </p>
    </div>
  );
}
