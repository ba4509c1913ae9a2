import { Link } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { showToast } from '../ui/toast.js';
import { Figures } from './figures.js';
import { type ImportDetail, rejectedRowsUrl, useMoveImport } from './import-api.js';
import { PlacedList } from './placed-list.js';
import { Rejections } from './rejections.js';
import { importTexts } from './texts.js';

/** What an import gave, what could not be read, and the ways on: the map, the file to mend, undo. */
export function ResultView({ code, data }: { code: string; data: ImportDetail }) {
  const t = useTexts(importTexts);
  const { counts } = data;
  if (data.status === 'undone') return <UndoneView data={data} />;
  const shown = (['imported', 'updated', 'duplicate', 'rejected', 'withoutPlace', 'outside'] as const).filter(
    (key) => key === 'imported' || counts[key] > 0,
  );
  return (
    <div className="stack stack--wide">
      <section className="card stack">
        <h2>{t('doneTitle')}</h2>
        <Figures
          figures={shown.map((key) => ({
            label: t(key),
            value: counts[key],
            tone: key === 'rejected' ? 'caution' : undefined,
          }))}
        />
        {counts.rejected === 0 && <p className="muted">{t('allGood')}</p>}
        <ResultActions code={code} data={data} />
      </section>
      {data.kind === 'points' && <PlacedList code={code} placed={counts.placed} />}
      {counts.sensitive > 0 && (
        <Notice tone="info" title={t('sensitiveDone', { count: counts.sensitive })}>
          <p>{t('sensitiveText')}</p>
        </Notice>
      )}
      <Rejections rejections={data.rejections} />
      {counts.rejected > 0 && data.kind === 'points' && (
        <div className="stack stack--tight">
          <div>
            <a className={buttonClass()} href={rejectedRowsUrl(code, data.id)} download>
              <Icon name="download" size={20} />
              <span>{t('download')}</span>
            </a>
          </div>
          <p className="muted small">{t('downloadHint')}</p>
        </div>
      )}
    </div>
  );
}

function ResultActions({ code, data }: { code: string; data: ImportDetail }) {
  const t = useTexts(importTexts);
  const membership = useMembership();
  const move = useMoveImport(code, data.id);
  const undo = () =>
    move.mutate('undo', {
      onSuccess: ({ counts }) => showToast({ text: t('undone', { count: counts.removed }), tone: 'good' }),
    });
  return (
    <>
      <div className="row">
        {may(membership, 'map:read') && data.kind === 'points' && (
          <Link to="/$code/karta" params={{ code }} className={buttonClass({ look: 'primary', size: 'large' })}>
            {t('seeMap')}
          </Link>
        )}
        {may(membership, 'import:run') && (
          <Button size="large" icon="undo" onClick={undo} busy={move.isPending}>
            {t('undo')}
          </Button>
        )}
      </div>
      <ErrorNotice error={move.error} />
    </>
  );
}

function UndoneView({ data }: { data: ImportDetail }) {
  const t = useTexts(importTexts);
  const { removed, restored } = data.counts;
  return (
    <Notice tone="info" title={t('status_undone')}>
      <p>
        {t('undone', { count: removed })} {restored > 0 && t('restored', { count: restored })}
      </p>
    </Notice>
  );
}
