import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { UnitNames } from '#lib/procedures/types/units.ts';
import type { RegistrationView } from '#lib/store/protocol/protocol-store.ts';
import { RegisterForm, type FormField } from '../../register-form.tsx';
import { classOptions } from '../../class-options.ts';
import { sendDocument } from './send-document.ts';
import { changeRegistration } from './change-registration.ts';

/** Assignment and classification for who keeps the register; annulment for who answers for it. */
export async function RegistrationActions({
  registration: { year, number, unit, classification, flow, recipients },
  mayAnnul,
  units,
}: {
  registration: RegistrationView;
  mayAnnul: boolean;
  units: UnitNames;
}) {
  const { t, lang } = await pageContext();
  const key = (kind: string): FormField[] => [
    { name: 'key', label: '', kind: 'hidden', value: `${year}/${number}` },
    { name: 'kind', label: '', kind: 'hidden', value: kind },
  ];
  const words = (send: string) => ({ send, working: t('edit.working') });
  const options = [...units].map(([value, names]) => ({ value, label: names[lang] }));
  return (
    <>
      <section aria-labelledby="assegna">
        <h2 id="assegna">{t('protocol.assign')}</h2>
        <RegisterForm
          id="assegna"
          answer={changeRegistration}
          words={words(t('protocol.assign'))}
          fields={[
            ...key('assigned'),
            { name: 'after', label: t('protocol.unit'), kind: 'choice', options, value: unit ?? '' },
          ]}
        />
        <h2>{t('protocol.classify')}</h2>
        <RegisterForm
          id="classifica"
          answer={changeRegistration}
          words={words(t('protocol.classify'))}
          fields={[
            ...key('classified'),
            {
              name: 'after',
              label: t('protocol.classification'),
              kind: 'choice',
              required: true,
              help: t('protocol.classificationHelp'),
              value: classification ?? '',
              options: [{ value: '', label: t('protocol.noClass') }, ...classOptions(lang)],
            },
          ]}
        />
      </section>
      {flow === 'out' && composition().mail.smtp ? (
        <section aria-labelledby="invia">
          <h2 id="invia">{t('protocol.send')}</h2>
          <RegisterForm
            id="invio"
            answer={sendDocument}
            words={words(t('protocol.send'))}
            fields={[
              { name: 'key', label: '', kind: 'hidden', value: `${year}/${number}` },
              {
                name: 'to',
                label: t('protocol.sendTo'),
                kind: 'text',
                required: true,
                value: recipients[0]?.address ?? '',
              },
              { name: 'text', label: t('protocol.sendText'), kind: 'area', required: true, most: 10_000 },
            ]}
          />
        </section>
      ) : null}
      {mayAnnul ? (
        <section aria-labelledby="annulla">
          <h2 id="annulla">{t('protocol.annul')}</h2>
          <p>{t('protocol.annulLead')}</p>
          <RegisterForm
            id="annullamento"
            answer={changeRegistration}
            words={words(t('protocol.annul'))}
            fields={[
              { name: 'key', label: '', kind: 'hidden', value: `${year}/${number}` },
              {
                name: 'kind',
                label: t('protocol.annulWhat'),
                kind: 'choice',
                options: (['objectAnnulled', 'senderAnnulled', 'recipientsAnnulled', 'annulled'] as const).map(
                  (value) => ({
                    value,
                    label: t(`protocol.change.${value}`),
                  }),
                ),
              },
              {
                name: 'after',
                label: t('protocol.annulAfter'),
                kind: 'text',
                most: 2000,
                help: t('protocol.annulAfterHelp'),
              },
              { name: 'authorisation', label: t('protocol.authorisation'), kind: 'text', required: true },
              { name: 'reason', label: t('protocol.reason'), kind: 'area', required: true, most: 1000 },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}
