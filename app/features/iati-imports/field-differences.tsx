import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, Button, CheckboxField } from '#app/ui';
import type { ShownRecord } from './record-list';

/** Field by field, what is held and what comes; the ticked ones are taken. */
export function FieldDifferences({ record, isOpen }: { record: ShownRecord; isOpen: boolean }) {
  const { t } = useTranslation('iati');
  const { number } = useFormat();
  const isDecided = !isOpen || record.isApplied || record.outcome === 'unusable';
  return (
    <Form method="post" className="iati-fields" preventScrollReset>
      <input type="hidden" name="position" value={record.position} />
      {record.differences.map(({ field, isConflict, held, coming, more }) => (
        <div key={field} className="iati-field">
          <input type="hidden" name="known" value={field} />
          <CheckboxField
            name="take"
            value={field}
            label={t(`field.${field}`)}
            defaultChecked={!record.rejectedFields.includes(field)}
            disabled={isDecided}
          />
          {isConflict && <Badge tone="warning">{t('records.conflict')}</Badge>}
          <dl>
            <dt>{t('records.held')}</dt>
            <dd>{held.length > 0 ? <Lines lines={held} /> : t('records.nothing')}</dd>
            <dt>{t('records.coming')}</dt>
            <dd>{coming.length > 0 ? <Lines lines={coming} /> : t('records.nothing')}</dd>
          </dl>
          {more > 0 && (
            <p className="field-hint">{t('records.more', { count: more, lines: number(more) })}</p>
          )}
        </div>
      ))}
      {!isDecided && (
        <div>
          <Button type="submit" name="intent" value="fields" size="small">
            {t('records.takeFields')}
          </Button>
        </div>
      )}
    </Form>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand twice, and nothing moves.
        <li key={index} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
