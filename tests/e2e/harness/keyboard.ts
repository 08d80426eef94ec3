import { expect, type Locator, type Page } from '@playwright/test';

/** As many stops as a long form has: a date alone is four of them. */
const mostStops = 160;

/** Moves on with the Tab key until the control is reached, as those do who use no mouse. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control.first()).toBeAttached();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await hasFocus(control)) return expectFocusVisible(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${control} cannot be reached by keyboard.`);
}

/** Reaches a control and presses Enter on it. */
export async function enterOn(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Reaches a field and types in it; in a list of choices the words find the choice. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Types a date part by part, in the order of the browser's own language (which is not the page's): month, day, year. */
export async function typeDate(page: Page, field: Locator, isoDate: string): Promise<void> {
  const [year, month, day] = isoDate.split('-');
  await typeInto(page, field, `${month}${day}${year}`);
  await expect(field).toHaveValue(isoDate);
}

/** A control of this name, whatever it is. */
export function named(page: Page, name: string | RegExp): Locator {
  return page.getByLabel(name).or(page.getByRole('button', { name })).or(page.getByRole('link', { name }));
}

/** The focused element is marked for the eye: by an outline or a ring. */
export async function expectFocusVisible(page: Page): Promise<void> {
  const isMarked = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return false;
    const style = getComputedStyle(element);
    return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
  });
  expect(isMarked, 'the focus can be seen').toBe(true);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluateAll((all) => all.includes(document.activeElement as never));
}
