import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { useFeed } from './actions-api.js';
import { CopyField } from './copy-field.js';
import { actionsTexts } from './texts.js';

/** One's own calendar feed: made, renewed, closed. */
export function FeedPart({ code }: { code: string }) {
  const t = useTexts(actionsTexts);
  const f = useFormat();
  const { feed, make, revoke } = useFeed(code);
  const madeAt = feed.data?.madeAt ?? null;
  const path = make.data?.path ?? null;
  return (
    <section className="card stack actions-feed" aria-labelledby="actions-feed">
      <h2 id="actions-feed">{t('feedTitle')}</h2>
      <p className="muted">{t('feedLead')}</p>
      <ErrorNotice error={feed.error ?? make.error ?? revoke.error} />
      {feed.data !== undefined && (
        <p>{madeAt === null ? t('feedNone') : t('feedSince', { day: f.date(madeAt, 'long') })}</p>
      )}
      {path !== null && (
        <>
          <CopyField
            label={t('feedAddress')}
            value={new URL(path, location.origin).href}
            button={t('copy')}
            done={t('feedCopied')}
            failed={t('copyFailed')}
          />
          <p className="muted small">{t('feedHow')}</p>
        </>
      )}
      <div className="row">
        <Button busy={make.isPending} onClick={() => make.mutate()}>
          {t(madeAt === null ? 'feedMake' : 'feedRenew')}
        </Button>
        {madeAt !== null && (
          <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
            {t('feedRevoke')}
          </Button>
        )}
      </div>
    </section>
  );
}
