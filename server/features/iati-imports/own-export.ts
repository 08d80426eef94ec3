import { eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { iatiActivityOf } from '#domain/commitments/to-iati';
import type { ActivityId, InstitutionId } from '#domain/ids';
import type { InstitutionKind } from '#domain/institutions/kinds';
import { languages } from '#domain/languages';
import { type OrganisationRef, writeActivityXml } from '#domain/partners/iati';
import type { HeldActivity } from '../commitments';
import { identifiersOf, labelColumns, labelOf } from '../institutions';

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

/** An activity as our own file says it; one without an identifier has there its partner's and its own id. */
export function writeOwnActivity(
  { id, createdAt, activity }: Pick<HeldActivity, 'id' | 'createdAt' | 'activity'>,
  reporting: OrganisationRef,
): { xml: string; leftOut: number } {
  const date = activity.startsOn ?? createdAt.slice(0, 10);
  return writeActivityXml(iatiActivityOf(activity), {
    identifier: `${reporting.ref}-${id}`,
    reporting,
    date,
  });
}

/** The id in an identifier that `writeOwnActivity` gave; null in those of others. */
export function ownIdIn(identifier: string): ActivityId | null {
  const [, id] = /-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(identifier) ?? [];
  return (id as ActivityId | undefined) ?? null;
}

/** How the institutions of this instance name themselves in a file; each is looked up once. */
export function makeOwnReferences({ db, reader = db.read }: { db: Db; reader?: Reader }) {
  const known = new Map<InstitutionId, Promise<OrganisationRef>>();
  return (institutionId: InstitutionId): Promise<OrganisationRef> => {
    const reference = known.get(institutionId) ?? readReference({ db, reader }, institutionId);
    known.set(institutionId, reference);
    return reference;
  };
}

async function readReference(
  { db, reader }: { db: Db; reader: Reader },
  institutionId: InstitutionId,
): Promise<OrganisationRef> {
  const { institutions } = db.tables;
  const [row] = await reader
    .select(labelColumns(db.tables))
    .from(institutions)
    .where(eq(institutions.id, institutionId));
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
