import type { Locator, Page } from '@playwright/test';
import { pastedRows } from '#tests/factories/matrices';

/** The address of the demo plan of a workspace, found as a person would: through the list of plans. */
export async function planPath(page: Page, slug = 'mdg'): Promise<string> {
  await page.goto(`/w/${slug}/plans`);
  const href = await page
    .locator(`a[href^="/w/${slug}/plans/"]:not([href$="/new"])`)
    .first()
    .getAttribute('href');
  const path = /^\/w\/[^/]+\/plans\/[^/?]+/.exec(href ?? '')?.[0];
  if (!path) throw new Error(`No plan is listed in ${slug}.`);
  return path;
}

/** Every page a convenor can open, by a short name; the editor's pages are below the plan. */
export function pagesOf(plan: string): Record<string, string> {
  return {
    home: '/home',
    account: '/account',
    overview: '/w/mdg',
    plans: '/w/mdg/plans',
    'plan-new': '/w/mdg/plans/new',
    narrative: plan,
    actions: `${plan}/actions`,
    figures: `${plan}/figures`,
    import: `${plan}/import`,
    'plan-settings': `${plan}/settings`,
    dialogues: '/w/mdg/dialogues',
    'dialogue-new': '/w/mdg/dialogues/new',
    decisions: '/w/mdg/decisions',
    members: '/w/mdg/members',
    invite: '/w/mdg/members/invite',
    'institution-add': '/w/mdg/institutions/add',
    institutions: '/w/mdg/institutions',
    activity: '/w/mdg/activity',
    settings: '/w/mdg/settings',
  };
}

export const administratorPages: Record<string, string> = {
  home: '/home',
  admin: '/admin',
  'workspace-new': '/admin/workspaces/new',
  directory: '/admin/institutions',
  'institution-new': '/admin/institutions/new',
};

/** What the lists lead to: the convenor's own institution, which they may edit, and a membership. */
export async function detailPages(page: Page): Promise<Record<string, string>> {
  await page.goto('/w/mdg/institutions');
  const institution = await addressOf(page.locator('main a[href*="/institutions/"]', { hasText: 'MSANP' }));
  await page.goto('/w/mdg/members');
  const membership = await addressOf(page.locator('main table a[href*="/members/"]'));
  await page.goto('/w/mdg/dialogues?state=ended');
  const dialogue = await addressOf(page.locator('main table a[href*="/dialogues/"]'));
  return {
    ...{ institution, 'institution-edit': `${institution}/edit`, membership, dialogue },
    'dialogue-edit': `${dialogue}/edit`,
    'dialogue-console': `${dialogue}/console`,
    'dialogue-take-part': `${dialogue}/take-part`,
    'dialogue-room': `${dialogue}/room`,
  };
}

async function addressOf(link: Locator): Promise<string> {
  const href = await link.first().getAttribute('href');
  if (!href) throw new Error('The link leads nowhere.');
  return href;
}

/** A matrix read and not yet confirmed. */
export async function importPreviewPath(page: Page, plan: string): Promise<string> {
  await page.goto(`${plan}/import`);
  await page.locator('textarea[name=rows]').fill(pastedRows);
  await page.locator('button[name=from][value=paste]').click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

export const visitorPages: Record<string, string> = {
  'sign-in': '/sign-in',
  'forgot-password': '/forgot-password',
  'not-found': '/nowhere',
};
