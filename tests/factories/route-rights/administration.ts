import { administrators, institutionFacts, noFields, notAdministrators, type RightsByRoute } from './rights';

export const administrationRights: RightsByRoute = {
  'admin._index.tsx': { at: () => '/admin', get: administrators },
  'admin.institutions.tsx': { at: () => '/admin/institutions', get: administrators },
  'admin.institutions[.]csv.ts': { at: () => '/admin/institutions.csv', get: administrators },
  'admin.institutions_.$id.tsx': {
    at: ({ institutionId }) => `/admin/institutions/${institutionId}`,
    get: administrators,
    forms: [{ does: 'edit', fields: () => institutionFacts, refused: notAdministrators }],
  },
  'admin.tsx': { at: () => '/admin', get: administrators },
  'admin.workspaces.new.tsx': {
    at: () => '/admin/workspaces/new',
    get: administrators,
    forms: [{ does: 'create', fields: noFields, refused: notAdministrators }],
  },
  'admin.workspaces[.]csv.ts': { at: () => '/admin/workspaces.csv', get: administrators },
};
