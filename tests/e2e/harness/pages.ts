import type { Page } from '@playwright/test';

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
    members: '/w/mdg/members',
    institutions: '/w/mdg/institutions',
    activity: '/w/mdg/activity',
    settings: '/w/mdg/settings',
  };
}

export const visitorPages: Record<string, string> = {
  'sign-in': '/sign-in',
  'forgot-password': '/forgot-password',
  'not-found': '/nowhere',
};
