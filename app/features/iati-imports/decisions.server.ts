import { DomainError } from '#domain/errors';
import type { InstitutionId } from '#domain/ids';
import type { OnImport } from '#server/features/iati-imports';
import type { Services } from '#server/services';

/** What the forms of an import ask for. */
export async function takeDecision(
  imports: Services['iatiImports'],
  on: OnImport,
  form: FormData,
): Promise<void> {
  const position = Number(form.get('position'));
  const key = String(form.get('key') ?? '');
  switch (form.get('intent')) {
    case 'apply':
      return imports.applyImport(on);
    case 'cancel':
      return imports.cancelImport(on);
    case 'retry':
      return imports.retryImport(on);
    case 'accept-all':
      return imports.decide({ ...on, which: 'all', decision: 'accept' });
    case 'reject-all':
      return imports.decide({ ...on, which: 'all', decision: 'reject' });
    case 'overrule-all':
      return imports.decide({
        ...on,
        which: { outcome: 'conflicting' },
        decision: 'accept',
        withConflicts: true,
      });
    case 'decide': {
      if (!Number.isSafeInteger(position)) break;
      const decision = form.get('decision') === 'reject' ? 'reject' : 'accept';
      return imports.decide({ ...on, which: { position }, decision });
    }
    case 'fields': {
      if (!Number.isSafeInteger(position)) break;
      const taken = form.getAll('take').map(String);
      const fields = form
        .getAll('known')
        .map(String)
        .filter((field) => !taken.includes(field));
      return imports.rejectFields({ ...on, position, fields });
    }
    case 'match': {
      const institutionId = String(form.get('institutionId') ?? '') as InstitutionId | 'new' | '';
      if (institutionId === '') break;
      await imports.confirmMatch({ ...on, key, institutionId });
      return;
    }
    case 'unmatch':
      return imports.undoMatch({ ...on, key });
  }
  throw new DomainError({ code: 'invalid_input' });
}
