import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { faultOf, type RemindedOrganisation, remindersQuery, saveSetting } from './reminder-api.js';
import { reminderTexts } from './texts.js';

interface OrganisationFormProps {
  code: string;
  organisation: RemindedOrganisation;
  smsSetUp: boolean;
  onDone: () => void;
}

const firstHour = 6;
const lastHour = 20;

/** When and where one organisation is reminded. */
export function OrganisationForm({ code, organisation, smsSetUp, onDone }: OrganisationFormProps) {
  const t = useTexts(reminderTexts);
  const days = useDays();
  const client = useQueryClient();
  const [form, setForm] = useState({
    enabled: organisation.enabled,
    weekday: String(organisation.weekday),
    hour: String(organisation.hour),
    emails: organisation.emails.join('\n'),
    phones: organisation.phones.join('\n'),
  });
  const save = useMutation({
    mutationFn: () => {
      const { enabled, weekday, hour, emails, phones } = form;
      const body = {
        enabled,
        weekday: Number(weekday),
        hour: Number(hour),
        emails: lines(emails),
        phones: lines(phones),
      };
      return saveSetting(code, organisation.id, body);
    },
    onSuccess: (fresh) => {
      client.setQueryData(remindersQuery(code).queryKey, fresh);
      showToast({ text: t('savedToast', { name: organisation.name }), tone: 'good' });
      onDone();
    },
  });
  const change = (more: Partial<typeof form>) => setForm({ ...form, ...more });
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const phonesHint = smsSetUp ? t('phonesHint') : `${t('phonesHint')} ${t('phonesOff')}`;
  return (
    <form className="stack" noValidate onSubmit={send} aria-label={t('changeFor', { name: organisation.name })}>
      <Checkbox
        label={t('enabled')}
        checked={form.enabled}
        onChange={(event) => change({ enabled: event.currentTarget.checked })}
      />
      <div className="field-pair">
        <Select
          label={t('weekday')}
          value={form.weekday}
          placeholder={null}
          choices={days}
          onChange={(event) => change({ weekday: event.currentTarget.value })}
        />
        <Select
          label={t('hour')}
          value={form.hour}
          placeholder={null}
          choices={Array.from({ length: lastHour - firstHour + 1 }, (_, index) => {
            const hour = String(firstHour + index);
            return { value: hour, label: t('hourOf', { hour }) };
          })}
          onChange={(event) => change({ hour: event.currentTarget.value })}
        />
      </div>
      <TextArea
        label={t('emails')}
        hint={t('emailsHint')}
        value={form.emails}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => change({ emails: event.currentTarget.value })}
        error={faultOf(save.error, '/emails')}
      />
      <TextArea
        label={t('phones')}
        hint={phonesHint}
        optional
        value={form.phones}
        inputMode="tel"
        onChange={(event) => change({ phones: event.currentTarget.value })}
        error={faultOf(save.error, '/phones')}
      />
      <ErrorNotice error={save.error} hideFields />
      <div className="row">
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The days of the week from Monday, in the reader's language. */
function useDays() {
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { weekday: 'long', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, index) => ({
    value: String(index + 1),
    label: format.format(new Date((4 + index) * 86_400_000)),
  }));
}
