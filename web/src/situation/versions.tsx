import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { DownloadButton } from '../ui/download-button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { LevelMark } from './area-colours.js';
import { editionTexts } from './edition-texts.js';
import { type SituationVersion, versionDocument, versionQuery, versionsQuery } from './situation-api.js';

/** What has been approved of a period, for whom, when and by whom; each opens as it was frozen. */
export function Versions({ code, period }: { code: string; period: string }) {
  const t = useTexts(editionTexts);
  const f = useFormat();
  const { data, error } = useQuery(versionsQuery(code, period));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="stack">
      <h2>{t('versions')}</h2>
      <ErrorNotice error={error} />
      {data?.length === 0 && <p className="muted">{t('noVersions')}</p>}
      <ul className="plain-list stack stack--tight">
        {data?.map(({ id, audience, number, approvedAt, by, registrationNumber }) => (
          <li key={id} className="situation-version">
            <Button look="quiet" icon="document" onClick={() => setOpen(id)}>
              {t('version', { audience: t(audience), number })}
            </Button>
            <span className="small muted">
              {t('versionMade', { at: f.dateTime(approvedAt), by: by ?? '' })}
              {registrationNumber !== null && `, ${registrationNumber}`}
            </span>
          </li>
        ))}
      </ul>
      {open !== null && <Frozen code={code} id={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function Frozen({ code, id, onClose }: { code: string; id: string; onClose: () => void }) {
  const t = useTexts(editionTexts);
  const mayExport = may(useMembership(), 'document:export');
  const { data, error } = useQuery(versionQuery(code, id));
  const title = data ? t('version', { audience: t(data.audience), number: data.number }) : t('versions');
  return (
    <Dialog open onClose={onClose} title={title} place="side" actions={<Button onClick={onClose}>{t('close')}</Button>}>
      <ErrorNotice error={error} />
      {data === undefined && error === null && <Skeleton lines={6} />}
      {data && mayExport && (
        <div className="row">
          <DownloadButton name={`lagesbild-${data.period}.pdf`} file={() => versionDocument(code, id, 'pdf')}>
            {t('download')}
          </DownloadButton>
          <DownloadButton name={`lagesbild-${data.period}.docx`} file={() => versionDocument(code, id, 'docx')}>
            {t('downloadWord')}
          </DownloadButton>
        </div>
      )}
      {data && <Content version={data} />}
    </Dialog>
  );
}

function Content({ version: { content, digest, registrationNumber, classification } }: { version: SituationVersion }) {
  const t = useTexts(editionTexts);
  return (
    <div className="stack" lang={content.language}>
      <p className="muted">
        {`${content.municipality}, ${content.name}. ${registrationNumber ?? ''} ${t(classification === 'open' ? 'open' : 'maybeSecret')}`}
      </p>
      {content.areas.length > 0 && (
        <ul className="plain-list stack stack--tight">
          {content.areas.map(({ areaId, name, level }) => (
            <li key={areaId} className="row">
              {name} <LevelMark level={level} />
            </li>
          ))}
        </ul>
      )}
      {content.sections.map(({ id, heading, text }) => (
        <section key={id} className="stack stack--tight">
          <h3>{heading}</h3>
          <p className="situation-text">{text}</p>
        </section>
      ))}
      <p className="small muted situation-digest">{t('digest', { digest })}</p>
    </div>
  );
}
