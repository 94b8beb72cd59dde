import { expect, test } from './site.ts';

test.use({ locale: 'it-IT' });

test('from the home page to a service and on to its row of the table', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Servizi', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Servizi');
  await expect(page.getByRole('main')).toContainText('16 servizi');
  await page.getByRole('link', { name: 'Cambio di residenza' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cambio di residenza');
  await expect(page.getByRole('main')).toContainText('entro 45 giorni');
  await page.getByRole('link', { name: 'Nella tabella di tutti i procedimenti' }).click();
  await expect(page.getByRole('row', { name: /Cambio di residenza/ })).toBeVisible();
});

test('the drawing has a name, and the same steps in words', async ({ page }) => {
  await page.goto('/servizi/occupazione-suolo-48-ore');
  const drawing = page.getByRole('img', { name: /Occupazione di suolo pubblico fino a 48 ore: i passi/ });
  await expect(drawing).toBeVisible();
  await page.getByText('13 passi in parole').click();
  const steps = page.locator('.step-list > li');
  await expect(steps).toHaveCount(13);
  await expect(steps.first()).toContainText('Presentazione');
  await expect(drawing).toContainText('1. Presentazione');
});

test('what can be asked for online is asked for here', async ({ page }) => {
  await page.goto('/servizi/patrocinio');
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Stampa']);
  await expect(page.getByRole('link', { name: 'Presenta la richiesta in linea' })).toHaveAttribute(
    'href',
    '/servizi/patrocinio/richiesta',
  );
  await expect(page.getByRole('main')).not.toContainText('in preparazione');
});

test('a service says what it is to search engines, and has its twin in the other language', async ({ page }) => {
  await page.goto('/servizi/scia-agibilita');
  const jsonLd = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}');
  expect(jsonLd).toMatchObject({ '@type': 'GovernmentService', identifier: 'scia-agibilita' });
  await expect(page.locator('link[rel=alternate][hreflang]')).toHaveCount(3);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('fitness for use');
});

test('what the office begins by itself says so, and asks nobody to file anything', async ({ page }) => {
  await page.goto('/servizi/cancellazione-irreperibilita');
  const main = page.getByRole('main');
  await expect(main).toContainText('comincia il Comune');
  await expect(main).toContainText('L’ufficiale d’anagrafe');
  await expect(main).toContainText('entro 180 giorni');
  await expect(page.getByRole('link', { name: 'Presenta la richiesta in linea' })).toHaveCount(0);
  await page.goto('/servizi/cila');
  await expect(main).toContainText('A campione, anche con sopralluoghi');
  await expect(page.getByRole('link', { name: 'Presenta la richiesta in linea' })).toBeVisible();
  await page.goto('/servizi/permesso-di-costruire');
  await expect(main).toContainText('altri 60 giorni');
  await expect(main).toContainText('conferenza di servizi');
});
