import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { DownloadButton } from '../ui/download-button.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { agendaQuery } from './agenda-api.js';
import { clockOf } from './clock.js';
import { meetingDocument, weekDocument, weekendDocument, type Audience, type Format } from './document-api.js';
import type { Meeting } from './meeting-api.js';
import { meetingTexts } from './texts.js';

const audiences = ['internal', 'cooperation', 'public'] as const;

/** What the meeting leaves on paper: the minutes for an audience, the week's lägesbild and the page for the weekend. */
export function Downloads({ code, meeting }: { code: string; meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const membership = useMembership();
  const week = useQuery(agendaQuery(code, meeting.id, useLanguage())).data?.week;
  const mayWrite = may(membership, 'meeting:write');
  const [audience, setAudience] = useState<Audience>(mayWrite ? 'internal' : 'cooperation');
  if (!may(membership, 'document:export')) return null;
  const { day } = clockOf(meeting.at);
  const choices = audiences
    .filter((one) => mayWrite || one !== 'internal')
    .map((value) => ({ value, label: t(`audience_${value}`) }));
  const minutes = (format: Format) => () => meetingDocument(code, meeting.id, { audience, format });
  return (
    <section className="stack stack--tight" aria-labelledby="downloads">
      <h2 id="downloads">{t('downloads')}</h2>
      <div className="meeting-audience">
        <Select label={t('audience')} placeholder={null} value={audience} choices={choices} onChange={({ target }) => setAudience(audiences.find((one) => one === target.value) ?? 'public')} />
      </div>
      <div className="row">
        <DownloadButton look="primary" name={`minnesanteckningar-${day}.pdf`} file={minutes('pdf')}>{t('downloadMinutesPdf')}</DownloadButton>
        <DownloadButton name={`minnesanteckningar-${day}.docx`} file={minutes('docx')}>{t('downloadMinutesDocx')}</DownloadButton>
      </div>
      <div className="row">
        {week !== undefined && <DownloadButton name={`veckolagesbild-${week}.pdf`} file={() => weekDocument(code, week, 'pdf')}>{t('downloadWeekPdf')}</DownloadButton>}
        {week !== undefined && <DownloadButton name={`veckolagesbild-${week}.docx`} file={() => weekDocument(code, week, 'docx')}>{t('downloadWeekDocx')}</DownloadButton>}
        <DownloadButton name={`infor-helgen-${day}.pdf`} file={() => weekendDocument(code, day, 'pdf')}>{t('downloadWeekendPdf')}</DownloadButton>
        <DownloadButton name={`infor-helgen-${day}.docx`} file={() => weekendDocument(code, day, 'docx')}>{t('downloadWeekendDocx')}</DownloadButton>
      </div>
    </section>
  ); // prettier-ignore
}
