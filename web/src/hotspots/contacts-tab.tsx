import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PresencePart } from '../action-form/presence-part.js';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { ContactForm } from './contact-form.js';
import type { HotspotDetail } from './hotspot-api.js';
import { contactsQuery, useWithdrawContact, type Contact, type HotspotWork } from './work-api.js';
import { workTexts } from './work-texts.js';

interface ContactsTabProps {
  code: string;
  hotspot: HotspotDetail;
  work: HotspotWork;
}

/** What is done on site: presence, and visits to and talks with those affected. */
export function ContactsTab(props: ContactsTabProps) {
  const t = useTexts(workTexts);
  const mayRead = may(useMembership(), 'incident:read');
  return (
    <div className="stack stack--wide">
      <section className="stack">
        <h2>{t('presenceTitle')}</h2>
        <PresencePart code={props.code} hotspotId={props.hotspot.id} />
      </section>
      <section className="stack">
        <h2>{t('contactsTitle')}</h2>
        {mayRead ? (
          <Contacts {...props} />
        ) : (
          <Notice>
            <p>{t('contactsNotAllowed')}</p>
          </Notice>
        )}
      </section>
    </div>
  );
}

function Contacts({ code, hotspot, work }: ContactsTabProps) {
  const t = useTexts(workTexts);
  const mayWrite = may(useMembership(), 'hotspot:decide') && work.mergedInto === null;
  const [writing, setWriting] = useState(false);
  const { data, error, refetch } = useQuery(contactsQuery(code, hotspot.id));
  return (
    <>
      <p className="muted">{t('contactsLead')}</p>
      {mayWrite && !writing && (
        <div>
          <Button icon="plus" onClick={() => setWriting(true)}>
            {t('contactAdd')}
          </Button>
        </div>
      )}
      {writing && <ContactForm code={code} id={hotspot.id} onDone={() => setWriting(false)} />}
      {data === undefined && (error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />)}
      {data?.length === 0 && <p className="muted">{t('contactsEmpty')}</p>}
      <ul className="plain-list stack">
        {(data ?? []).map((contact) => (
          <li key={contact.id} className="card">
            <ContactCard code={code} contact={contact} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
    </>
  );
} // prettier-ignore

function ContactCard({ code, contact, mayWrite }: { code: string; contact: Contact; mayWrite: boolean }) {
  const t = useTexts(workTexts);
  const f = useFormat();
  const withdraw = useWithdrawContact(code);
  const { kind, on, withWhom, groupSize, said, organisation } = contact;
  const what = `${t(kind)} ${f.date(on)}`;
  return (
    <article className="stack stack--tight">
      <div className="row row--between">
        <h3>{what}</h3>
        {mayWrite && (
          <Button look="quiet" icon="trash" aria-label={t('remove', { what })} onClick={() => withdraw.mutate(contact.id)}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      <p className="muted">
        {[withWhom, groupSize === null ? '' : t('people', { count: groupSize }), organisation].filter(Boolean).join(' · ')}
      </p>
      <p className="hotspot-said">{said}</p>
    </article>
  );
} // prettier-ignore
