import { expect, neededUnits, searchHits, test, violationsOn } from './site.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled, locale: 'it-IT' });

    test('the advanced form leads to the search that it describes', async ({ page }) => {
      await page.goto('/search?q=padova');
      await page.getByRole('link', { name: 'Avanzata' }).click();
      await expect(page.getByLabel('Ricerca già scritta')).toHaveValue('padova');
      const row = page.getByRole('group', { name: 'Riga 1' });
      await row.getByLabel('Legame con le righe sopra').selectOption('ma non');
      await row.getByLabel('Come cercare le parole').selectOption('almeno una delle parole');
      await row.getByLabel('Parole della riga').fill('estimo catasto');
      await page.getByLabel('Dall’anno').fill('1200');
      await page.getByLabel('solo unità comprese per intero').check();
      await page.getByLabel('unità archivistica').check();
      await page.getByRole('main').getByRole('button', { name: 'Cerca' }).click();
      await expect(page).toHaveURL(
        '/search?q=padova+NOT+%28estimo+OR+catasto%29&level=file&from=1200&dateMode=contained',
      );
      await expect(page.getByRole('list', { name: 'Filtri attivi' })).toContainText('unità archivistica');
    });

    test('a result leads to the one before, the one after, and back to its place', async ({ page }) => {
      const hits = await searchHits('q=filza&sort=code');
      const [first, second] = hits;
      await page.goto('/search?q=filza&sort=code');
      await page.getByRole('article').nth(1).getByRole('heading').getByRole('link').click();
      const results = page.getByRole('navigation', { name: 'Risultati della ricerca' });
      await expect(results).toContainText(/2 di \d+/);
      await results.getByRole('link', { name: /risultato seguente/ }).click();
      await expect(results).toContainText(/3 di \d+/);
      await results.getByRole('link', { name: /risultato precedente/ }).click();
      await expect(page).toHaveURL(new RegExp(`/records/${second?.id}\\?`));
      await results.getByRole('link', { name: /risultato precedente/ }).click();
      await expect(page).toHaveURL(new RegExp(`/records/${first?.id}\\?`));
      await expect(results.getByRole('link', { name: /risultato precedente/ })).toHaveCount(0);
      await results.getByRole('link', { name: 'torna ai risultati' }).click();
      await expect(page).toHaveURL(`/search?q=filza&sort=code#hit-${first?.id}`);
      await expect(page.locator(`#hit-${first?.id}`)).toBeInViewport();
    });

    test('a place that the list no longer has leaves the way back', async ({ page }) => {
      await page.goto(`/records/${neededUnits().fonds}?in=q%3Dfilza&hit=40`);
      const results = page.getByRole('navigation', { name: 'Risultati della ricerca' });
      await expect(results.getByRole('link')).toHaveText([/torna ai risultati/]);
      await page.goto(`/records/${neededUnits().fonds}?in=page%3D99&hit=40`);
      await expect(results).toHaveCount(0);
    });
  });
}

test.describe('files', () => {
  test.use({ locale: 'it-IT' });

  test('of a list of results: each form, as a file', async ({ request }) => {
    for (const [format, type, text] of [
      ['csv', 'text/csv', 'Filza 1,file'],
      ['bibtex', 'application/x-bibtex', 'title = {Filza 1}'],
      ['ris', 'application/x-research-info-systems', 'TI  - Filza 1\r\n'],
      ['ead3', 'application/xml', '>Filza 1</ref>'],
    ] as const) {
      const answer = await request.get(`/api/v1/search/export?format=${format}&q=filza&sort=code&page=2`);
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toContain(type);
      expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="eli4u-[\d-]+\.[a-z.]+"$/);
      expect(await answer.text()).toContain(text);
    }
    expect((await request.get('/api/v1/search/export?format=doc')).status()).toBe(400);
  });

  test('of named records: only those that are public', async ({ request }) => {
    const { fonds, gone } = neededUnits();
    const answer = await request.get(`/api/v1/search/export?format=csv&id=${gone}&id=${fonds}&id=00000000`);
    expect((await answer.text()).trim().split('\r\n')).toHaveLength(2);
  });
});

test.describe('bookmarks', () => {
  test.use({ locale: 'it-IT' });

  test('are kept in the browser, listed, exported, taken away', async ({ page }) => {
    const { long } = neededUnits();
    await page.goto(`/records/${long}`, { waitUntil: 'networkidle' });
    const button = page.getByRole('button', { name: 'Segnalibro' });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/search?q=filza&level=file', { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Salva la ricerca' }).click();
    await page
      .getByRole('navigation', { name: 'Navigazione principale' })
      .getByRole('link', { name: 'Segnalibri' })
      .click();

    await expect(page.getByRole('link', { name: 'Serie lunga' })).toHaveAttribute('href', `/records/${long}`);
    await expect(page.getByRole('link', { name: 'filza' })).toHaveAttribute('href', '/search?q=filza&level=file');
    await expect(page.getByRole('main')).toContainText('Livello: unità archivistica');
    await expect(page.getByRole('link', { name: 'BibTeX' })).toHaveAttribute('href', new RegExp(`&id=${long}$`));
    expect(await violationsOn(page)).toEqual([]);

    await page.getByRole('button', { name: 'Togli: Serie lunga' }).click();
    await expect(page.getByRole('link', { name: 'Serie lunga' })).toHaveCount(0);
    await expect(page.getByText('Serie lunga: tolto dai segnalibri')).toHaveCount(1);
    await page.reload({ waitUntil: 'networkidle' });
    await expect(page.getByRole('link', { name: 'Serie lunga' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'filza' })).toHaveCount(1);
  });

  test('a browser whose store was meddled with shows what can be shown', async ({ page }) => {
    await page.addInitScript(() =>
      localStorage.setItem(
        'eli4u-saved',
        JSON.stringify({
          records: [{ key: 'javascript:1', title: 'x', facts: '' }, 5],
          searches: [{ key: 'https://x.example', title: 'y', facts: '' }],
        }),
      ),
    );
    await page.goto('/saved', { waitUntil: 'networkidle' });
    await expect(page.getByText('Nessuna unità messa da parte')).toBeVisible();
    await expect(page.getByText('Nessuna ricerca messa da parte')).toBeVisible();
  });
});
