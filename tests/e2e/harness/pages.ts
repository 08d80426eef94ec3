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
    participation: '/w/mdg/participation',
    decisions: '/w/mdg/decisions',
    members: '/w/mdg/members',
    invite: '/w/mdg/members/invite',
    'institution-add': '/w/mdg/institutions/add',
    institutions: '/w/mdg/institutions',
    imports: '/w/mdg/imports',
    partners: '/w/mdg/partners',
    'partner-add': '/w/mdg/partners/add',
    mandates: '/w/mdg/mandates?on=coverage_extension',
    activity: '/w/mdg/activity',
    settings: '/w/mdg/settings',
    commitments: '/w/mdg/commitments',
    'commitment-new': '/w/mdg/commitments/new',
    'commitments-paste': '/w/mdg/commitments/paste',
    'resource-mapping': '/w/mdg/resource-mapping',
    facts: '/w/mdg/commitments/facts?kind=disbursed',
    countries: '/w/mdg/countries',
    country: '/w/mdg/countries/MG?by=fiscal&in=original',
    matrix: '/w/mdg/matrix',
    cycles: '/w/mdg/cycles',
    'cycle-new': '/w/mdg/cycles/new',
    timeline: '/w/mdg/timeline',
    calendar: '/w/mdg/calendar',
    'budget-step-new': '/w/mdg/calendar/events/new',
    'calendar-feeds': '/w/mdg/calendar/feeds',
  };
}

export const administratorPages: Record<string, string> = {
  home: '/home',
  admin: '/admin',
  'workspace-new': '/admin/workspaces/new',
  directory: '/admin/institutions',
  'institution-new': '/admin/institutions/new',
  'exchange-rates': '/admin/exchange-rates',
};

/** What the lists lead to: the convenor's own institution, which they may edit, and a membership. */
export async function detailPages(page: Page): Promise<Record<string, string>> {
  await page.goto('/w/mdg/institutions');
  const institution = await addressOf(page.locator('main a[href*="/institutions/"]', { hasText: 'MSANP' }));
  await page.goto('/w/mdg/members');
  const membership = await addressOf(page.locator('main table a[href*="/members/"]'));
  return {
    institution,
    'institution-edit': `${institution}/edit`,
    membership,
    ...(await partnerPages(page)),
    ...(await cyclePages(page)),
    ...(await dialoguePages(page)),
    ...(await commitmentPages(page)),
  };
}

async function decisionPage(page: Page): Promise<string> {
  await page.goto('/w/mdg/decisions');
  return addressOf(page.locator('main a[href*="/decisions/"]'));
}

/** The dialogues that one institution was invited to. */
async function participationPage(page: Page): Promise<string> {
  await page.goto('/w/mdg/participation');
  return addressOf(page.locator('main table a[href*="institution="]'));
}

/** The dialogue of the demo that has been held, and the next one: what is final has no console any more. */
async function dialoguePages(page: Page): Promise<Record<string, string>> {
  await page.goto('/w/mdg/dialogues?state=planned');
  const next = await addressOf(page.locator('main table a[href*="/dialogues/"]'));
  await page.goto('/w/mdg/dialogues?state=ended');
  const dialogue = await addressOf(page.locator('main table a[href*="/dialogues/"]'));
  return {
    dialogue,
    decision: await decisionPage(page),
    'dialogue-minutes': `${dialogue}/minutes`,
    'dialogue-edit': `${next}/edit`,
    'dialogue-console': `${next}/console`,
    'dialogue-take-part': `${next}/take-part`,
    'dialogue-room': `${next}/room`,
    'dialogue-letters': `${next}/letters`,
    'dialogue-feedback': `${dialogue}/feedback`,
    'dialogue-registrations': `${dialogue}/registrations`,
    'dialogue-public': `${dialogue}/public`,
    'participation-of': await participationPage(page),
  };
}

async function commitmentPages(page: Page): Promise<Record<string, string>> {
  await page.goto('/w/mdg/commitments');
  const commitment = await addressOf(page.locator('main table a[href*="/commitments/"]'));
  return { commitment, 'commitment-edit': `${commitment}/edit` };
}

/** A cycle of a partner whose record the convenor keeps, and a step of the budget. */
async function cyclePages(page: Page): Promise<Record<string, string>> {
  await page.goto('/w/mdg/cycles');
  const cycle = await addressOf(page.locator('main table a', { hasText: 'GC8' }));
  await page.goto(cycle);
  const event = await addressOf(page.locator('main table a[href*="/events/"]'));
  const envelope = await addressOf(page.locator('main table a[href*="/envelopes/"]'));
  await page.goto('/w/mdg/calendar');
  const step = await addressOf(page.locator('main table a[href*="/events/"]'));
  return {
    cycle,
    'cycle-edit': `${cycle}/edit`,
    'cycle-windows': `${cycle}/windows`,
    'cycle-event-new': `${cycle}/events/new`,
    'cycle-event': event,
    'cycle-envelope-new': `${cycle}/envelopes/new`,
    'cycle-envelope': envelope,
    'budget-step': step,
  };
}

/** The address of a partner of the demo, found through the list. */
export async function partnerPath(page: Page, acronym: string): Promise<string> {
  await page.goto('/w/mdg/partners');
  return addressOf(page.getByRole('rowheader').locator('a', { hasText: acronym }));
}

/** A record that the convenor proposes to change, and one that they keep. */
async function partnerPages(page: Page): Promise<Record<string, string>> {
  const kept = await partnerPath(page, 'Gavi');
  const partner = await partnerPath(page, 'GIZ');
  await page.goto(`${partner}/mandates`);
  const mandate = await addressOf(page.getByRole('rowheader').locator('a'));
  return {
    partner,
    'partner-edit': `${kept}/edit`,
    'partner-mandates': `${partner}/mandates`,
    'partner-mandate': new URL(mandate, new URL(`${partner}/mandates/`, page.url())).pathname,
    'partner-people': `${kept}/people`,
    'partner-person': `${kept}/people/new`,
    'partner-documents': `${partner}/documents`,
    'partner-document': `${kept}/documents/new`,
    'partner-commitments': `${partner}/commitments`,
    'partner-cycles': `${partner}/cycles`,
    'partner-proposals': `${partner}/proposals`,
    'partner-quality': `${partner}/quality`,
    'partner-measure': `${partner}/quality?measure=no_forward_amounts`,
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
