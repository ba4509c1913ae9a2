import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { type ImportDetail, type ImportPreview, useChangeReading, useSaveProfile } from './import-api.js';
import { readingTexts } from './reading-texts.js';

interface ReadingProps {
  code: string;
  data: ImportDetail;
  preview: ImportPreview;
}

/** Which saved profile the columns come from, and what of it was not found. */
export function ProfileNotice({ preview }: { preview: ImportPreview }) {
  const t = useTexts(readingTexts);
  const { profile } = preview;
  if (!profile) return null;
  if (profile.missing.length === 0)
    return (
      <Notice tone="good" title={t('profileUsed', { name: profile.name })}>
        <p>{t('profileFits')}</p>
      </Notice>
    );
  const columns = profile.missing.map(({ header, fieldName }) => `”${header}” (${fieldName})`).join(', ');
  return (
    <Notice tone="caution" title={t('profileMissing', { name: profile.name })}>
      <p>{t('profileMissingText', { columns })}</p>
    </Notice>
  );
}

const orders = ['ymd', 'dmy', 'mdy'] as const;
const choices = ['refuse', 'accept'] as const;

/** What the file cannot say of itself: the order of day and month, and whether a shared coordinate is a place. */
export function ReadingChoices({ code, data, preview }: ReadingProps) {
  const t = useTexts(readingTexts);
  const change = useChangeReading(code, data, preview);
  const asksOrder = preview.ambiguousDates || preview.dateOrder !== 'ymd';
  const asksDefaults = preview.defaultCoordinates.length > 0;
  return (
    <div className="stack import-choices">
      <ErrorNotice error={change.error} />
      {asksOrder && (
        <Select
          label={t('dateOrder')}
          placeholder={null}
          value={preview.dateOrder}
          disabled={change.isPending}
          choices={orders.map((order) => ({ value: order, label: t(`order_${order}`) }))}
          onChange={(event) => change.mutate({ dateOrder: event.target.value as (typeof orders)[number] })}
        />
      )}
      {asksDefaults && (
        <Select
          label={t('defaultChoice')}
          placeholder={null}
          value={preview.defaultChoice}
          disabled={change.isPending}
          choices={choices.map((choice) => ({ value: choice, label: t(`default_${choice}`) }))}
          onChange={(event) => change.mutate({ defaultCoordinates: event.target.value as (typeof choices)[number] })}
        />
      )}
      <SaveProfile code={code} id={data.id} name={preview.profile?.name ?? ''} />
    </div>
  );
}

function SaveProfile({ code, id, name: known }: { code: string; id: string; name: string }) {
  const t = useTexts(readingTexts);
  const save = useSaveProfile(code);
  const [name, setName] = useState(known);
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    save.mutate({ importId: id, name }, { onSuccess: () => showToast({ text: t('saved'), tone: 'good' }) });
  };
  return (
    <details className="import-paste">
      <summary>
        <h3>{t('save')}</h3>
      </summary>
      <form className="stack" noValidate onSubmit={send}>
        <p>{t('saveLead')}</p>
        <TextField
          label={t('profileName')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          error={missing ? t('nameMissing') : undefined}
        />
        <ErrorNotice error={save.error} />
        <div>
          <Button type="submit" busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </details>
  );
}
