import { Link } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { Button, buttonClass } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { useFormat } from '../ui/use-format.js';
import { useSeen, type HotspotWork } from './work-api.js';
import { workTexts } from './work-texts.js';

/** What is new since the owner saw it, and that it is now part of another. */
export function NewsNotice({ code, id, work }: { code: string; id: string; work: HotspotWork }) {
  const t = useTexts(workTexts);
  const f = useFormat();
  const seen = useSeen(code, id);
  const membership = useMembership();
  const { news, mergedInto, splitFrom } = work;
  if (mergedInto !== null) {
    const there = (
      <Link to="/$code/hotspots/$id" params={{ code, id: mergedInto.id }} className={buttonClass()}>
        {t('toMerged', { name: mergedInto.name })}
      </Link>
    );
    return (
      <Notice tone="caution" action={there}>
        <p>{t('mergedInto', { name: mergedInto.name })}</p>
      </Notice>
    );
  }
  const told = news.mine && news.count > 0 && may(membership, 'incident:read');
  return (
    <>
      {splitFrom !== null && <p className="muted">{t('splitFrom', { name: splitFrom.name })}</p>}
      {told && (
        <Notice
          action={
            <Button icon="check" busy={seen.isPending} onClick={() => seen.mutate(undefined)}>
              {t('seen')}
            </Button>
          }
        >
          <p>{t('newsText', { count: news.count, day: f.dateTime(news.since) })}</p>
        </Notice>
      )}
    </>
  );
}
