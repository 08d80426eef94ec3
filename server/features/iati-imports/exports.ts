import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { iatiActivityOf } from '#domain/commitments/to-iati';
import { type EnvelopeFacts, isOfFile, organisationOf } from '#domain/iati-imports/envelopes';
import type { ActivityId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionKind } from '#domain/institutions/kinds';
import { languages } from '#domain/languages';
import {
  type Organisation,
  type OrganisationRef,
  writeActivityXml,
  writeOrganisationXml,
} from '#domain/partners/iati';
import { authorise } from '#domain/policy';
import { readActivities } from '../commitments';
import { identifiersOf, labelColumns, labelOf } from '../institutions';
import { partnerSubject } from '../partners';
import type { Dependencies, Importer } from './types';

const pageSize = 50;

/** IATI's OrganisationType. */
const typeOfKind: Readonly<Record<InstitutionKind, string>> = {
  ministry: '10',
  social_security: '15',
  agency: '40',
  bank: '40',
  fund: '30',
  ngo: '21',
  union: '24',
  employers: '24',
  university: '80',
};

export function iatiExports({ db }: Dependencies) {
  const { activities, envelopes, iatiOrganisations } = db.tables;

  /** A workspace's commitments as an IATI 2.03 activity file, in pieces, for its members. Refused before the first. */
  function exportActivities({
    actor,
    workspaceId,
  }: {
    actor: Importer;
    workspaceId: WorkspaceId;
  }): AsyncGenerator<string> {
    if (actor !== 'operator') authorise(actor, 'registry.see', { workspaceId });
    return pieces(workspaceId);
  }

  async function* pieces(workspaceId: WorkspaceId): AsyncGenerator<string> {
    yield `${declaration}<iati-activities version="2.03">\n`;
    const known = new Map<InstitutionId, OrganisationRef>();
    for (let last: ActivityId | null = null, isMore = true; isMore; ) {
      const page = await db.read
        .select({ id: activities.id, createdAt: activities.createdAt })
        .from(activities)
        .where(
          and(
            eq(activities.workspaceId, workspaceId),
            isNull(activities.removedAt),
            last === null ? undefined : gt(activities.id, last),
          ),
        )
        .orderBy(asc(activities.id))
        .limit(pageSize);
      const ids = page.map(({ id }) => id);
      const held = new Map(
        (await readActivities({ db }, { workspaceId, ids })).map((each) => [each.id, each]),
      );
      for (const { id, createdAt } of page) {
        const each = held.get(id);
        if (!each) continue;
        const reporting = known.get(each.partnerId) ?? (await referenceOf(each.partnerId));
        known.set(each.partnerId, reporting);
        const identifier = `${reporting.ref}-${id}`;
        const date = each.activity.startsOn ?? createdAt.slice(0, 10);
        yield said(writeActivityXml(iatiActivityOf(each.activity), { identifier, reporting, date }));
      }
      last = ids.at(-1) ?? null;
      isMore = page.length === pageSize;
    }
    yield '</iati-activities>\n';
  }

  /** A partner with its envelopes as an IATI 2.03 organisation file. Throws `not_found` for what is no partner here. */
  async function exportPartner({
    actor,
    workspaceId,
    institutionId,
  }: {
    actor: Importer;
    workspaceId: WorkspaceId;
    institutionId: InstitutionId;
  }): Promise<string> {
    if (actor !== 'operator') authorise(actor, 'registry.see', { workspaceId });
    await partnerSubject(db, db.read, { workspaceId, institutionId });
    const own = and(eq(envelopes.workspaceId, workspaceId), eq(envelopes.institutionId, institutionId));
    const rows = await db.read
      .select()
      .from(envelopes)
      .where(and(own, isNull(envelopes.removedAt)))
      .orderBy(asc(envelopes.id));
    const files = await db.read
      .select()
      .from(iatiOrganisations)
      .where(
        and(
          eq(iatiOrganisations.workspaceId, workspaceId),
          eq(iatiOrganisations.institutionId, institutionId),
        ),
      )
      .orderBy(asc(iatiOrganisations.identifier));
    const reporting = await referenceOf(institutionId);
    const identifier = reporting.ref ?? institutionId;
    const fileOf = (row: EnvelopeFacts) =>
      files.find((file) => isOfFile(file.identifier, row)) ?? files[0] ?? null;
    const organisations: Organisation[] = (files.length > 0 ? files : [null]).map((file) =>
      organisationOf(
        file?.record ?? {
          ...unpublished,
          names: reporting.names,
          reportingOrganisation: reporting,
          identifier,
        },
        rows.filter((row) => fileOf(row) === file),
      ),
    );
    const records = organisations.map((each) => said(writeOrganisationXml(each, { identifier, reporting })));
    return `${declaration}<iati-organisations version="2.03">\n${records.join('')}</iati-organisations>\n`;
  }

  async function referenceOf(institutionId: InstitutionId): Promise<OrganisationRef> {
    const { institutions } = db.tables;
    const [row] = await db.read
      .select(labelColumns(db.tables))
      .from(institutions)
      .where(inArray(institutions.id, [institutionId]));
    const [identifier] = (await identifiersOf(db, [institutionId])).get(institutionId) ?? [];
    const { scheme, value } = identifier ?? { scheme: 'IATI', value: `concord-${institutionId}` };
    const label = row && labelOf(row);
    const names = languages.flatMap((language) => {
      const text = label?.names[language];
      return text ? [{ language, text }] : [];
    });
    return {
      ref: scheme === 'IATI' || value.startsWith(`${scheme}-`) ? value : `${scheme}-${value}`,
      type: label ? typeOfKind[label.kind] : '90',
      names: names.length > 0 ? names : [{ language: null, text: institutionId }],
      activityId: null,
    };
  }

  return { exportActivities, exportPartner };
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const unpublished = { line: 0, lastUpdated: null, language: null, defaultCurrency: null, documents: [] };

/** What could not be said validly is said beside it. */
function said({ xml, leftOut }: { xml: string; leftOut: number }): string {
  const note =
    leftOut > 0 ? `<!-- Without an amount or a date, and so not in this file: ${leftOut}. -->\n` : '';
  return `${note}${xml}\n`;
}
