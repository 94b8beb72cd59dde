import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { browserName } from '#lib/http/browser-name.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { listDevices } from '#lib/store/notifications/push-subscriptions.ts';
import { AddDevice } from './add-device.tsx';
import { addDeviceOf, removeDeviceOf } from './change-devices.ts';

/** The browsers that show notices when the site is closed. */
export async function Devices({ agent }: { agent: string }) {
  const { t, lang } = await pageContext();
  const { pool, notices } = composition();
  const devices = await listDevices(pool, agent);
  return (
    <section aria-labelledby="dispositivi" className="device-section">
      <h2 id="dispositivi">{t('preferences.devices')}</h2>
      <p>{t('preferences.devicesHelp')}</p>
      {devices.length === 0 ? <p className="empty">{t('preferences.devicesNone')}</p> : null}
      <ul className="devices">
        {devices.map(({ id, browser, addedAt }) => {
          const known = browserName(browser);
          const name = [known?.browser, known?.system].filter(Boolean).join(', ') || t('preferences.deviceUnknown');
          return (
            <li key={id}>
              <span>
                {name} · {t('preferences.deviceSince', { day: dayInWords(romeDay(new Date(addedAt)), lang) })}
              </span>
              <form action={removeDeviceOf}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="as-link" aria-label={t('preferences.deviceRemoveOf', { name })}>
                  {t('preferences.deviceRemove')}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <AddDevice
        answer={addDeviceOf}
        publicKey={await notices.pushKey()}
        words={{
          add: t('preferences.deviceAdd'),
          denied: t('preferences.deviceDenied'),
          unable: t('preferences.deviceUnable'),
          noScript: t('preferences.deviceNoScript'),
        }}
      />
    </section>
  );
}
