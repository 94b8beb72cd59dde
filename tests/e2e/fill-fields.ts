import type { Page } from '@playwright/test';

/** Fills whatever fields of a type are there and empty. */
export async function fillFields(page: Page): Promise<void> {
  for (const box of await page.locator('[name^="a."]').all()) {
    const name = (await box.getAttribute('name')) ?? '';
    const type = (await box.getAttribute('type')) ?? '';
    if (type === 'radio' || type === 'checkbox') {
      if ((await page.locator(`[name="${name}"]:checked`).count()) === 0)
        await page.locator(`[name="${name}"]`).first().check();
    } else if (type === 'date') await box.fill('2026-12-01');
    else if (type === 'datetime-local') await box.fill('2026-12-01T10:00');
    else if (/\.(sheet|parcel|unit|number)$/.test(name)) await box.fill('12');
    else if (type === 'email') await box.fill('marta@example.org');
    else if (type === 'tel') await box.fill('049 123456');
    else if ((await box.getAttribute('inputmode')) === 'decimal') await box.fill('3');
    else if (/piano|interior|note/.test(name)) continue;
    else await box.fill('via Prova');
  }
}
