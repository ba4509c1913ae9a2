import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useSession } from '../api/session.js';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import { CategoryIcon, Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { newAlertsQuery, useSeeAlert, type Alert } from './findings-api.js';
import './findings.css';
import { findingsTexts } from './texts.js';

/** What the nightly search has found and nobody has looked at; nothing at all when there is nothing. */
export function News({ code, heading: Heading = 'h2' }: { code: string; heading?: 'h2' | 'h3' }) {
  const t = useTexts(findingsTexts);
  const language = useLanguage();
  const session = useSession();
  const membership = session?.memberships.find((one) => one.municipality.code === code) ?? null;
  const allowed = may(membership, 'alert:read');
  const { data } = useQuery({ ...newAlertsQuery(code, language), enabled: allowed });
  if (!allowed || data === undefined || data.length === 0) return null;
  return (
    <section className="findings-news" aria-labelledby="findings-news">
      <Heading id="findings-news">{t('news')}</Heading>
      <p className="muted">{t('newsLead', { count: data.length })}</p>
      <ul className="plain-list findings-alerts">
        {data.map((alert) => (
          <AlertItem key={alert.id} code={code} alert={alert} />
        ))}
      </ul>
    </section>
  );
}

/** Near enough that the place of the alert fills the map. */
const zoom = 15.5;

function AlertItem({ code, alert }: { code: string; alert: Alert }) {
  const t = useTexts(findingsTexts);
  const [open, setOpen] = useState(false);
  const { centre, category, level, sentence } = alert;
  const lage = `${zoom}/${centre[1] ?? 0}/${centre[0] ?? 0}`;
  return (
    <li className="findings-alert">
      <div className="row">
        <CategoryIcon code={category.code} size={24} />
        <StatusTag tone={level === 'alert' ? 'caution' : 'neutral'}>{t(`level_${level}`)}</StatusTag>
      </div>
      <p>{keepTogether(sentence)}</p>
      <div className="row">
        <Link
          to="/$code/karta"
          params={{ code }}
          search={{ lage, kategori: [category.code] }}
          className={buttonClass()}
        >
          <Icon name="map" size={20} />
          <span>{t('showOnMap')}</span>
        </Link>
        {!open && (
          <Button look="quiet" icon="check" onClick={() => setOpen(true)}>
            {t('seen')}
          </Button>
        )}
      </div>
      {open && <SeeForm code={code} id={alert.id} close={() => setOpen(false)} />}
    </li>
  );
}

function SeeForm({ code, id, close }: { code: string; id: string; close: () => void }) {
  const t = useTexts(findingsTexts);
  const see = useSeeAlert(code);
  const [note, setNote] = useState('');
  const save = async () => {
    try {
      await see.mutateAsync({ id, note: note.trim() === '' ? null : note });
      showToast({ text: t('saved'), tone: 'good' });
    } catch {
      // Shown above the field.
    }
  };
  return (
    <form
      className="stack stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorNotice error={see.error} />
      <TextField
        label={t('note')}
        hint={t('noteHint')}
        maxLength={500}
        autoComplete="off"
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="row">
        <Button type="submit" look="primary" busy={see.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
