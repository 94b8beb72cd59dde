import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { acceptOf, fileFormats } from '#lib/http/file-format.ts';
import { classOptions } from '../class-options.ts';
import { loadRegister } from '../load-register.ts';
import { Refused } from '../refused.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { RegisterForm } from '../register-form.tsx';
import { RegisterTabs } from '../register-tabs.tsx';
import { registerDocument } from './register-document.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('protocol.tab.new'), path: '/protocollo/nuova', index: false });
}

/** Registers a document that came on paper or by e-mail, or goes out. */
export default async function NewRegistrationPage() {
  const { t, lang } = await pageContext();
  const { keeps } = await loadRegister();
  if (!keeps.allowed) return <Refused reason={keeps.reason.text} />;
  const { protocol, procedureTypes } = composition();
  const emergencies = await protocol.emergencies();
  const units = [...procedureTypes.units()].map(([value, unit]) => ({ value, label: unit[lang] }));
  return (
    <div className="container types-desk protocol-desk">
      <h1>{t('protocol.tab.new')}</h1>
      <RegisterTabs t={t} current="/protocollo/nuova" />
      <p>{t('protocol.newLead')}</p>
      <RegisterForm
        id="registra"
        answer={registerDocument}
        words={{ send: t('protocol.register'), working: t('edit.working') }}
        files={fileWords(t)}
        fields={[
          {
            name: 'flow',
            label: t('protocol.flow'),
            kind: 'choice',
            options: (['in', 'out', 'internal'] as const).map((value) => ({
              value,
              label: t(`protocol.flow.${value}`),
            })),
          },
          {
            name: 'channel',
            label: t('protocol.channel'),
            kind: 'choice',
            options: (['paper', 'email', 'pec', 'byHand'] as const).map((value) => ({
              value,
              label: t(`protocol.channel.${value}`),
            })),
          },
          {
            name: 'who',
            label: t('protocol.correspondent'),
            kind: 'text',
            required: true,
            help: t('protocol.correspondentHelp'),
          },
          { name: 'address', label: t('protocol.address'), kind: 'text' },
          { name: 'object', label: t('protocol.object'), kind: 'area', required: true, most: 2000 },
          {
            name: 'file',
            label: t('protocol.document'),
            kind: 'file',
            required: true,
            help: t('files.limit'),
            accept: acceptOf(fileFormats),
          },
          { name: 'attachments', label: t('protocol.attachments'), kind: 'files', accept: acceptOf(fileFormats) },
          { name: 'senderOn', label: t('protocol.senderOn'), kind: 'date', help: t('protocol.senderHelp') },
          { name: 'senderNumber', label: t('protocol.senderNumber'), kind: 'text', most: 100 },
          {
            name: 'classification',
            label: t('protocol.classification'),
            kind: 'choice',
            help: t('protocol.classificationHelp'),
            options: [{ value: '', label: t('protocol.noClass') }, ...classOptions(lang)],
          },
          {
            name: 'unit',
            label: t('protocol.unit'),
            kind: 'choice',
            options: [{ value: '', label: t('protocol.nobody') }, ...units],
          },
          ...(emergencies.length > 0
            ? ([
                {
                  name: 'emergency',
                  label: t('protocol.fromEmergency'),
                  kind: 'choice',
                  options: [
                    { value: '', label: t('protocol.noEmergency') },
                    ...emergencies.map(({ id, act }) => ({ value: id, label: act })),
                  ],
                },
                { name: 'emergencyNumber', label: t('protocol.emergencyNumber'), kind: 'number' },
                { name: 'emergencyAt', label: t('protocol.emergencyAt'), kind: 'instant' },
              ] as const)
            : []),
        ]}
      />
    </div>
  );
}
