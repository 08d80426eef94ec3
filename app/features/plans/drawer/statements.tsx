import { Form, useActionData, useNavigation, useSearchParams } from '@remix-run/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { useFormat } from '#app/i18n/format';
import { Badge, Refusal, SelectField, SubmitButton, TextArea, TextField } from '#app/ui';
import type { FollowUpState } from '#domain/dialogues/follow-up';
import type { ActionId, InstitutionId } from '#domain/ids';
import { type ReportStatus, reportStatuses } from '#domain/plans/types';
import { statusTones } from '../grid/cell-content';
import { changeAddress } from '../grid/filters';
import { useKeptForm } from './use-kept-form';

export interface Statement {
  id: string;
  institution: string;
  person: string;
  periodStart: string;
  periodEnd: string;
  status: ReportStatus;
  evidence: string;
  blocker: string;
  at: string;
}

/** What the server knows of one action: its name for when the document is not there, and what was stated about it. */
export interface DrawerStatements {
  actionId: ActionId;
  title: string;
  /** Who leads, in words; empty when nobody does. */
  lead: string;
  leadInstitutionId: InstitutionId | null;
  /** Whether the person's role lets them report where their institution leads. */
  mayReport: boolean;
  statements: Statement[];
  /** What the action carries out, as far as the person may know it. */
  decisions: { id: string; reference: string; text: string; state: FollowUpState['state'] }[];
  /** The fiscal year of today, proposed as the period. */
  period: { start: string; end: string };
}

/** Status by period: statements of the lead institution, the newest first, and its form. Works without JavaScript. */
export function Statements({ statements, canReport }: { statements: DrawerStatements; canReport: boolean }) {
  const { t } = useTranslation('actions');
  const { lead } = statements;
  return (
    <section className="drawer-section" aria-labelledby="statements">
      <h3 id="statements">{t('report.title')}</h3>
      {statements.statements.length === 0 && (
        <p className="drawer-note">{lead ? t('report.none', { lead }) : t('report.noLead')}</p>
      )}
      <ol className="statement-list">
        {statements.statements.map((statement) => (
          <StatementItem key={statement.id} statement={statement} />
        ))}
      </ol>
      {canReport && <ReportForm statements={statements} />}
    </section>
  );
}

function StatementItem({ statement }: { statement: Statement }) {
  const { t } = useTranslation('actions');
  const { dateRange, dateTime } = useFormat();
  const { status, evidence, blocker } = statement;
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-2">
        <Badge tone={statusTones[status]}>{t(`plans:status.${status}`)}</Badge>
        <span>{dateRange(statement.periodStart, statement.periodEnd)}</span>
      </p>
      {evidence && (
        <p>
          <strong>{t('report.evidence')}</strong> {evidence}
        </p>
      )}
      {blocker && (
        <p>
          <strong>{t('report.blocker')}</strong> {blocker}
        </p>
      )}
      <p className="drawer-note">
        {t('report.by', {
          institution: statement.institution,
          person: statement.person,
          at: dateTime(statement.at),
        })}
      </p>
    </li>
  );
}

function ReportForm({ statements }: { statements: DrawerStatements }) {
  const { t } = useTranslation('actions');
  const answer = useActionData<{ refusal?: RefusalData; reported?: string }>();
  const navigation = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const [params] = useSearchParams();
  const isSent = navigation.state === 'idle' && answer?.reported !== undefined;
  // The drawer opens before its address is there; a report sent by then must not lead back to the address before.
  const address = `?${changeAddress(params, { action: statements.actionId })}`;
  useKeptForm(form, `report:${statements.actionId}`, isSent);
  return (
    <Form ref={form} method="post" action={address} className="form statement-form" preventScrollReset>
      <h4>{t('report.add')}</h4>
      {answer?.refusal && <Refusal refusal={answer.refusal} />}
      <input type="hidden" name="actionId" value={statements.actionId} />
      <div className="drawer-pair">
        <TextField
          type="date"
          name="periodStart"
          label={t('report.from')}
          defaultValue={statements.period.start}
          isRequired
        />
        <TextField
          type="date"
          name="periodEnd"
          label={t('report.to')}
          defaultValue={statements.period.end}
          isRequired
        />
      </div>
      <SelectField
        name="status"
        label={t('column.status')}
        // What was said last goes on until something else is said: a hasty click reports no step back.
        defaultValue={statements.statements[0]?.status}
        placeholder={t('report.chooseStatus')}
        isRequired
        options={reportStatuses.map((status) => ({ value: status, label: t(`plans:status.${status}`) }))}
      />
      <TextArea name="evidence" label={t('report.evidence')} hint={t('report.evidenceHint')} rows={2} />
      <TextArea name="blocker" label={t('report.blocker')} hint={t('report.blockerHint')} rows={2} />
      <div className="form-actions">
        <SubmitButton variant="primary">{t('report.submit')}</SubmitButton>
      </div>
      <p className="drawer-note">{t('report.appendOnly')}</p>
    </Form>
  );
}
