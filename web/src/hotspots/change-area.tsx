import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { showToast } from '../ui/toast.js';
import type { HotspotDetail } from './hotspot-api.js';
import { SplitForm } from './split-form.js';
import { hotspotListQuery, useMerge, useUnmerge, type HotspotWork } from './work-api.js';
import { areaTexts } from './area-texts.js';

interface ChangeAreaProps {
  code: string;
  hotspot: HotspotDetail;
  work: HotspotWork;
}

/** Two that are one, or one that is two; and the way back. */
export function ChangeArea({ code, hotspot, work }: ChangeAreaProps) {
  const t = useTexts(areaTexts);
  const language = useLanguage();
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  const unmerge = useUnmerge(code);
  const [latest] = work.merges;
  if (work.mergedInto !== null) return null;
  const failed = (error: unknown) => showToast({ text: problemOf(error, language).detail ?? '', tone: 'bad' });
  const close = () => setOpen(null);
  return (
    <section className="stack stack--tight hotspot-change" aria-label={t('changeArea')}>
      <h2>{t('changeArea')}</h2>
      <div className="row">
        {hotspot.stage !== 'closed' && <Button onClick={() => setOpen('merge')}>{t('merge')}</Button>}
        <Button onClick={() => setOpen('split')}>{t('split')}</Button>
        {latest !== undefined && (
          <Button look="quiet" icon="undo" busy={unmerge.isPending} onClick={() => unmerge.mutate(latest.id, { onError: failed })}>
            {t('unmerge', { name: latest.other.name })}
          </Button>
        )}
      </div>
      <Dialog open={open === 'merge'} onClose={close} title={t('merge')}>
        <MergeForm code={code} hotspot={hotspot} work={work} onDone={close} />
      </Dialog>
      <Dialog open={open === 'split'} onClose={close} title={t('split')}>
        <SplitForm code={code} hotspot={hotspot} version={work.version} onDone={close} />
      </Dialog>
    </section>
  );
} // prettier-ignore

function MergeForm({ code, hotspot, work, onDone }: ChangeAreaProps & { onDone: () => void }) {
  const t = useTexts(areaTexts);
  const merge = useMerge(code, hotspot.id);
  const list = useQuery(hotspotListQuery(code, useLanguage()));
  const [otherId, setOtherId] = useState('');
  const [missing, setMissing] = useState(false);
  if (list.data === undefined) return list.error ? <ErrorNotice error={list.error} /> : <Skeleton lines={3} />;
  const others = list.data.filter(({ id, stage }) => id !== hotspot.id && stage !== 'closed');
  const other = others.find(({ id }) => id === otherId);
  const save = () => {
    if (other === undefined) setMissing(true);
    else merge.mutate({ version: work.version, other }, { onSuccess: onDone });
  };
  if (others.length === 0) return <p>{t('mergeNone')}</p>;
  return (
    <div className="stack">
      <p>{t('mergeLead')}</p>
      <ErrorNotice error={merge.error} />
      <Select
        label={t('mergeOther', { name: hotspot.name })}
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={otherId}
        onChange={({ target }) => setOtherId(target.value)}
        error={missing && other === undefined ? t('mergeOtherMissing') : undefined}
      />
      <div className="row">
        <Button look="primary" busy={merge.isPending} onClick={save}>
          {t('mergeDo')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
